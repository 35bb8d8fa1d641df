package dev.countersign.server;

import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Method;
import dev.countersign.testkit.wire.DevClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Something of each kind that a tenant has and that a call can name, by the name of its kind.
record Belongings(Map<String, String> names) {
    private static final String CAMS = "2020-06-06";

    /// A tenant's root and what it signs with.
    record Household(long root, DevClient.Key key, String bearer) {}

    String text(String kind) {
        return Objects.requireNonNull(names.get(kind), kind);
    }

    Value value(String kind) {
        return Value.text(text(kind));
    }

    Value number(String kind) {
        return Value.number(Long.parseLong(text(kind)));
    }

    /// A text without any of these names, so that answers can be compared that repeat them.
    String without(String text) {
        String left = text;
        for (Map.Entry<String, String> one : names.entrySet()) {
            left = left.replace(one.getValue(), "<" + one.getKey() + ">");
        }
        return left;
    }

    /// Names of the right form that nothing has.
    static Belongings absent() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("root", "100000000777");
        names.put("uin", "100000777777");
        names.put("user", "no-such-user");
        names.put("key", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3Exampl");
        names.put("policy", "199999999");
        names.put("policyName", "no-such-policy");
        names.put("role", "4611686018427999999");
        names.put("roleName", "no-such-role");
        names.put("customer", "200000777777");
        names.put("sent", "000000");
        names.put("verification", "01890a5d-ac96-774b-bcce-b302099a8057");
        names.put("message", "01890a5d-ac96-774b-bcce-b302099a8059");
        names.put("challenge", "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21");
        names.put("token", "mfa_idc-100000777777-d70986da-24c7-4d5f-b6bd-0d2f94a571d0");
        names.put("result", "qW3c0vJ8m1bE5yZ2tR7uK4nX9aL6dS0fG1hP3jQ8wUo");
        names.put("proof", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln");
        names.put("webhook", "no-such-webhook");
        names.put("delivery", "01890a5d-ac96-774b-bcce-b302099a8060");
        names.put("change", "01890a5d-ac96-774b-bcce-b302099a8058");
        names.put("jti", "3f1c0f6e-55c1-4f7e-8a1f-0f6a3c0d9e21");
        names.put("space", "C99999999999999");
        names.put("phone", "85261399999");
        return new Belongings(names);
    }

    /// Makes a user with a key, a policy and a role for a tenant, and a space with a number.
    static Belongings basic(ChallengeWorld world, Household of, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("root", Long.toString(of.root()));
        names.put("user", prefix + "-user");
        names.put("policyName", prefix + "-policy");
        names.put("roleName", prefix + "-role");
        Value.Fields user = cam(
                world,
                of,
                "AddUser",
                DevClient.fields("Name", prefix + "-user", "PhoneNum", "61230000", "CountryCode", "852")
                        .plus("UseApi", Value.number(1)));
        names.put("uin", text(user, "Uin"));
        names.put("key", text(user, "SecretId"));
        names.put(
                "policy",
                text(
                        cam(
                                world,
                                of,
                                "CreatePolicy",
                                DevClient.fields("PolicyName", prefix + "-policy", "PolicyDocument", may("*"))),
                        "PolicyId"));
        names.put(
                "role",
                text(
                        cam(
                                world,
                                of,
                                "CreateRole",
                                DevClient.fields(
                                        "RoleName",
                                        prefix + "-role",
                                        "PolicyDocument",
                                        trusts("qcs::cam::uin/" + of.root() + ":root"))),
                        "RoleId"));
        names.put(
                "space", data(world.acs(of.key(), CAMS, "ChatappBindWaba", "WabaId", prefix + "-waba"), "CustSpaceId"));
        names.put(
                "phone",
                data(
                        world.acs(
                                of.key(),
                                CAMS,
                                "CreateChatappMigrationInitiate",
                                "CustSpaceId",
                                Objects.requireNonNull(names.get("space")),
                                "CountryCode",
                                "852",
                                "MobileNumber",
                                "6130000" + of.root() % 10),
                        "PhoneNumber"));
        return new Belongings(names);
    }

    /// A member of what an answer of the Alibaba wire returns.
    private static String data(DevClient.Answer answer, String name) {
        if (answer.status() == 200
                && answer.body() instanceof Value.Fields body
                && body.fields().get("Data") instanceof Value.Fields data) {
            return text(data, name);
        }
        throw new IllegalStateException(answer.text());
    }

    /// Makes something of every kind for tenant `dev`: what lives shortest comes last.
    static Belongings all(ChallengeWorld world, Household dev) {
        Belongings basic = basic(world, dev, "dev");
        Map<String, String> names = new LinkedHashMap<>(basic.names());
        long uin = Long.parseLong(basic.text("uin"));
        names.put("customer", customer(world, dev));
        world.protect(uin, Method.PHONE, Method.CUSTOM);
        names.put("proof", proof(world, uin));
        String payload = proof(world, uin).split("\\.")[1];
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        names.put("jti", claims.replaceFirst(".*\"jti\":\"([^\"]+)\".*", "$1"));
        String custom = world.open(uin, "operation", ChallengeWorld.transfer("1", "Bob"))
                .text("id");
        names.put("token", world.services.guarding().tokens().mint(ChallengeWorld.DEV, uin, custom, Optional.empty()));
        names.put("challenge", world.open(uin, "login", Value.Fields.none()).text("id"));
        names.put(
                "change",
                world.call(
                                "POST",
                                "/v1/principals/" + uin + "/authenticators/changes",
                                DevClient.fields("kind", "mail", "to", "changed@example.com"))
                        .text("id"));
        names.put("webhook", "hook-of-dev");
        world.call("PUT", "/v1/webhooks/hook-of-dev", DevClient.fields("url", "https://hooks.example.com/"));
        names.put(
                "verification",
                world.call("POST", "/v1/verifications", DevClient.fields("to", "+85261239999"))
                        .text("id"));
        names.put(
                "message",
                world.storage
                        .history()
                        .ofVerification(ChallengeWorld.DEV, Objects.requireNonNull(names.get("verification")))
                        .getFirst()
                        .id());
        names.put(
                "delivery",
                world.storage
                        .webhooks()
                        .deliveries(ChallengeWorld.DEV, "hook-of-dev", Optional.empty(), 1)
                        .getFirst()
                        .id());
        world.message(); // what is due goes first, so that the newest message is the next one
        signed(world, dev, "SendVerifyCode", DevClient.fields("CountryCode", "852", "PhoneNum", "61238888"));
        names.put("sent", world.code());
        names.put("result", result(world, uin));
        return new Belongings(names);
    }

    /// A policy document that allows everything on a resource.
    static String may(String resource) {
        return "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"*\",\"resource\":\"" + resource
                + "\"}]}";
    }

    /// A role's document that trusts somebody.
    static String trusts(String whom) {
        return "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"name/sts:AssumeRole\","
                + "\"principal\":{\"qcs\":[\"" + whom + "\"]}}]}";
    }

    /// Right parameters of `CreateAccount`, but for the code.
    static Value.Fields account(String mail, String number) {
        return DevClient.fields(
                "AccountType",
                "personal",
                "Mail",
                mail,
                "Password",
                "ABCabc123!",
                "ConfirmPassword",
                "ABCabc123!",
                "PhoneNum",
                number,
                "CountryCode",
                "852",
                "Area",
                "HK",
                "TradeOne",
                "kghy_01",
                "TradeTwo",
                "kghy_0101");
    }

    private static String customer(ChallengeWorld world, Household dev) {
        signed(world, dev, "SendVerifyCode", DevClient.fields("CountryCode", "852", "PhoneNum", "61237777"));
        Value.Fields made = signed(
                world,
                dev,
                "CreateAccount",
                account("first@example.com", "61237777").plus("VerifyCode", Value.text(world.code())));
        return text(made, "Uin");
    }

    private static String proof(ChallengeWorld world, long uin) {
        return world.call("POST", "/v1/proofs", DevClient.fields("code", result(world, uin)))
                .text("proof");
    }

    /// Passes a challenge by text message; the number rests before that.
    private static String result(ChallengeWorld world, long uin) {
        world.clock.advance(Duration.ofSeconds(61));
        ChallengeWorld.Browser browser = world.login(uin);
        world.visits().start(browser.id, browser.visitor, "sms");
        world.visits()
                .answer(
                        browser.id,
                        browser.visitor,
                        dev.countersign.challenge.ChallengeMethod.Reply.typed(world.code()));
        return ChallengeWorld.value(browser.leave(), "code");
    }

    private static Value.Fields cam(ChallengeWorld world, Household of, String action, Value.Fields parameters) {
        return done(world.signed(of.key(), "2019-01-16", action, parameters));
    }

    private static Value.Fields signed(ChallengeWorld world, Household of, String action, Value.Fields parameters) {
        return done(world.signed(of.key(), "2022-09-28", action, parameters));
    }

    private static Value.Fields done(DevClient.Outcome outcome) {
        if (!outcome.code().equals("ok")) {
            throw new IllegalStateException(outcome.toString());
        }
        return new Value.Fields(outcome.fields());
    }

    private static String text(Value.Fields fields, String name) {
        return switch (fields.fields().get(name)) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.literal();
            case null, default -> throw new IllegalStateException("no " + name + " in " + fields);
        };
    }
}
