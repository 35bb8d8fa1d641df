package dev.countersign.server;

import static dev.countersign.server.ChallengeWorld.ALICE;
import static dev.countersign.server.ChallengeWorld.BACK;
import static dev.countersign.server.ChallengeWorld.BOB;
import static dev.countersign.server.ChallengeWorld.transfer;
import static dev.countersign.server.ChallengeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.ChallengeMethod.Reply;
import dev.countersign.challenge.FirstEnrolment;
import dev.countersign.challenge.Prompt;
import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Method;
import dev.countersign.protection.TenantRules;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.server.ChallengeWorld.Answer;
import dev.countersign.server.ChallengeWorld.Browser;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.Totp;
import dev.countersign.totp.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Challenges from their opening to the proof, with real stores and a real courier.
class ChallengesTest {
    private static final Value.Fields NOTHING = Value.Fields.none();

    @TempDir
    Path directory;

    private ChallengeWorld world;

    @BeforeEach
    void begin() {
        world = new ChallengeWorld(directory);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static Refusal refusal(Runnable refused) {
        try {
            refused.run();
        } catch (Refused thrown) {
            return thrown.refusal();
        }
        throw new AssertionError("it was not refused");
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private void answer(Browser browser, String code) {
        world.visits().answer(browser.id, browser.visitor, Reply.typed(code));
    }

    private Answer exchange(String code, String... headers) {
        return world.call("POST", "/v1/proofs", NOTHING.plus("code", Value.text(code)), headers);
    }

    private Answer redeem(Value.Fields body, String... headers) {
        return world.call("POST", "/v1/proofs/redeem", body, headers);
    }

    private static Value.Fields proof(Answer issued) {
        return NOTHING.plus("proof", Value.text(issued.text("proof")));
    }

    /// A challenge that was passed by text message.
    private Browser passed() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        world.visits().start(browser.id, browser.visitor, "sms");
        answer(browser, world.code());
        return browser;
    }

    @Test
    void nothing_is_demanded_of_who_has_no_protection() {
        Answer answer = world.open(ALICE, "login", NOTHING);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fields()).containsOnlyKeys("status");
        assertThat(answer.text("status")).isEqualTo("not_required");
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_text_message_passes_a_login_and_buys_one_proof() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Answer opened = world.open(ALICE, "login", NOTHING);
        assertThat(opened.text("status")).isEqualTo("pending");
        assertThat(opened.text("method")).isEqualTo("Phone");
        assertThat(opened.text("url")).isEqualTo("https://mfa.example.com/challenge/" + opened.text("id"));

        Browser browser = world.new Browser(opened.text("id"));
        assertThat(browser.seen.prompt())
                .isEqualTo(new Prompt.SentCode("+852******67", List.of("sms", "voice"), false));
        world.visits().start(browser.id, browser.visitor, "sms");
        answer(browser, world.code());
        Map<String, String> back = browser.leave();
        assertThat(back)
                .containsEntry("", BACK)
                .containsEntry("challenge", browser.id)
                .containsEntry("nonce", "nonce-1");

        Answer issued = exchange(value(back, "code"));
        assertThat(issued.status()).isEqualTo(201);
        assertThat(exchange(value(back, "code")).problem()).isEqualTo("result-code-not-accepted");
        Answer redeemed = redeem(proof(issued));
        assertThat(redeemed.status()).isEqualTo(200);
        assertThat(redeemed.text("sub")).isEqualTo("100000000011");
        assertThat(redeemed.text("nonce")).isEqualTo("nonce-1");
        assertThat(redeemed.body().fields().get("amr")).isEqualTo(new Value.Items(List.of(Value.text("sms"))));
        assertThat(redeem(proof(issued)).problem()).isEqualTo("proof-not-accepted");
        assertThat(redeem(NOTHING.plus("jti", Value.text(redeemed.text("jti")))).problem())
                .isEqualTo("proof-not-accepted");
        assertThat(world.call("GET", "/v1/challenges/" + browser.id, NOTHING).text("status"))
                .isEqualTo("passed");
        assertThat(world.events())
                .containsExactly("challenge.opened", "challenge.passed", "proof.issued", "proof.redeemed");
    }

    @Test
    void a_call_speaks_the_code_when_asked_for() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        world.visits().start(browser.id, browser.visitor, "sms");
        assertThat(world.message().channel().word()).isEqualTo("sms");
        assertThat(refusal(() -> world.visits().start(browser.id, browser.visitor, "voice")))
                .isInstanceOf(SendRefusal.ResendTooSoon.class);
        world.clock.advance(Duration.ofSeconds(60));
        world.visits().start(browser.id, browser.visitor, "voice");
        assertThat(world.message().channel().word()).isEqualTo("voice");
        answer(browser, world.code());
        assertThat(browser.challenge().progress().shown()).containsExactly("tel");
    }

    @Test
    void of_a_hundred_parallel_answers_with_the_right_code_one_passes() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        world.visits().start(browser.id, browser.visitor, "sms");
        String code = world.code();
        List<Optional<Refusal>> outcomes = Race.of(100, n -> {
            try {
                answer(browser, code);
                return Optional.<Refusal>empty();
            } catch (Refused refused) {
                return Optional.of(refused.refusal());
            }
        });

        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes.stream().flatMap(Optional::stream)).allMatch(ChallengeRefusal.class::isInstance);
        assertThat(browser.challenge().status()).isEqualTo(Status.PASSED);
        assertThat(browser.challenge().progress().triesLeft()).isEqualTo(4);
    }

    @Test
    void five_wrong_answers_end_it() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        world.visits().start(browser.id, browser.visitor, "sms");
        String code = world.code();
        for (int n = 0; n < 5; n++) {
            assertThat(refusal(() -> answer(browser, other(code)))).isInstanceOf(CodeNotAccepted.class);
        }
        assertThat(refusal(() -> answer(browser, code))).isEqualTo(new ChallengeRefusal.ChallengeEnded("failed"));
        assertThat(refusal(browser::leave)).isEqualTo(new ChallengeRefusal.ChallengeEnded("failed"));
        assertThat(ChallengeWorld.parameters(world.visits().turnBack(browser.id, browser.visitor)))
                .doesNotContainKey("code")
                .containsEntry("challenge", browser.id);
        assertThat(world.events()).containsExactly("challenge.opened", "challenge.failed");
    }

    @Test
    void a_link_that_is_sent_to_a_victim_passes_nothing_for_its_sender() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser victim = world.login(ALICE);
        for (var somebody : List.of(world.stranger(), world.forger())) {
            assertThat(refusal(() -> world.visits().look(victim.id, somebody)))
                    .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
            assertThat(refusal(() -> world.visits().start(victim.id, somebody, "sms")))
                    .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
            assertThat(refusal(() -> world.visits().cancel(victim.id, somebody)))
                    .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
        }
        world.visits().start(victim.id, victim.visitor, "sms");
        answer(victim, world.code());
        assertThat(refusal(() -> world.visits().leave(victim.id, world.forger())))
                .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
        assertThat(victim.leave()).containsKey("code");
    }

    @Test
    void a_challenge_and_its_result_code_end_with_their_time() {
        Browser browser = passed();
        String code = value(browser.leave(), "code");
        world.clock.advance(Duration.ofSeconds(60));
        assertThat(exchange(code).problem()).isEqualTo("result-code-not-accepted");
        String newer = value(browser.leave(), "code");
        Answer issued = exchange(newer);
        assertThat(issued.status()).isEqualTo(201);
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(redeem(proof(issued)).problem()).isEqualTo("proof-not-accepted");

        Browser late = world.login(ALICE);
        world.visits().start(late.id, late.visitor, "sms");
        String sent = world.code();
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(refusal(() -> answer(late, sent))).isEqualTo(new ChallengeRefusal.ChallengeEnded("expired"));
    }

    @Test
    void an_operation_shows_its_fields_and_binds_them() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world
        .new Browser(world.open(ALICE, "operation", transfer("100.00", "Bob")).text("id"));
        world.visits().start(browser.id, browser.visitor, "sms");
        assertThat(world.message().text().reveal()).endsWith(" It confirms: amount: 100.00; payee: Bob");
        answer(browser, world.code());
        Answer issued = exchange(value(browser.leave(), "code"));

        for (Value.Fields changed : List.of(NOTHING, transfer("900.00", "Bob"), transfer("100.00", "Mallory"))) {
            Value.Fields body = proof(issued);
            for (Map.Entry<String, Value> one : changed.fields().entrySet()) {
                body = body.plus(one.getKey(), one.getValue());
            }
            assertThat(redeem(body).problem()).isEqualTo("operation-differs");
        }
        Answer redeemed = redeem(proof(issued)
                .plus("operation", value(transfer("100.00", "Bob").fields(), "operation")));
        assertThat(redeemed.status()).isEqualTo(200);
        assertThat(redeemed.text("purpose")).isEqualTo("operation");
        assertThat(redeemed.text("opHash")).hasSize(43);
    }

    @Test
    void a_code_for_one_operation_is_worth_nothing_in_another() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser hundred = world
        .new Browser(world.open(ALICE, "operation", transfer("100", "Bob")).text("id"));
        world.visits().start(hundred.id, hundred.visitor, "sms");
        String code = world.code();
        world.clock.advance(Duration.ofSeconds(61));
        Browser million = world
        .new Browser(world.open(ALICE, "operation", transfer("1000000", "Bob")).text("id"));
        world.visits().start(million.id, million.visitor, "sms");
        assertThat(refusal(() -> answer(million, code))).isInstanceOf(CodeNotAccepted.class);
        answer(hundred, code);
    }

    @Test
    void what_can_not_be_opened_is_refused_by_name() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        assertThat(world.open(5, "login", NOTHING).problem()).isEqualTo("principal-unknown");
        assertThat(world.open(100_000_000_002L, "login", NOTHING).problem()).isEqualTo("principal-unknown");
        assertThat(world.open(ALICE, "login", NOTHING.plus("returnTo", Value.text("https://evil.example/")))
                        .problem())
                .isEqualTo("return-not-registered");
        assertThat(world.open(ALICE, "operation", NOTHING).problem()).isEqualTo("operation-unfit");
        assertThat(world.open(ALICE, "login", transfer("1", "Bob")).problem()).isEqualTo("operation-unfit");
        assertThat(world.open(ALICE, "operation", transfer("1\n2", "Bob")).problem())
                .isEqualTo("operation-unfit");
        world.protect(BOB, Method.CUSTOM, Method.CUSTOM);
        world.rules(new TenantRules(false, false, false, Optional.empty(), List.of(BACK)));
        Answer missing = world.open(BOB, "login", NOTHING);
        assertThat(missing.problem()).isEqualTo("authenticator-missing");
        assertThat(missing.text("method")).isEqualTo("Custom");
        assertThat(world.call("GET", "/v1/challenges/7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21", NOTHING)
                        .problem())
                .isEqualTo("challenge-unknown");
        assertThat(world.callWith("csk_unknown", "GET", "/v1/challenges/x", NOTHING)
                        .status())
                .isEqualTo(401);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_repeated_call_is_answered_as_the_first() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        String[] key = {"Idempotency-Key", "open-1"};
        Answer first = world.open(ALICE, "login", NOTHING, key);
        assertThat(world.open(ALICE, "login", NOTHING, key)).isEqualTo(first);
        assertThat(world.open(BOB, "login", NOTHING, key).problem()).isEqualTo("idempotency-key-reused");

        Browser browser = world.new Browser(first.text("id"));
        world.visits().start(browser.id, browser.visitor, "sms");
        answer(browser, world.code());
        String code = value(browser.leave(), "code");
        Answer issued = exchange(code, "Idempotency-Key", "proof-1");
        assertThat(exchange(code, "Idempotency-Key", "proof-1")).isEqualTo(issued);
        Answer redeemed = redeem(proof(issued), "Idempotency-Key", "redeem-1");
        world.clock.advance(Duration.ofHours(1));
        assertThat(redeem(proof(issued), "Idempotency-Key", "redeem-1")).isEqualTo(redeemed);
        assertThat(redeemed.status()).isEqualTo(200);
    }

    @Test
    void an_application_gives_a_challenge_up_once() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        String path = "/v1/challenges/" + browser.id + "/cancel";
        Answer cancelled = world.call("POST", path, NOTHING, "Idempotency-Key", "c-1");
        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(world.call("POST", path, NOTHING, "Idempotency-Key", "c-1")).isEqualTo(cancelled);
        Answer again = world.call("POST", path, NOTHING);
        assertThat(again.problem()).isEqualTo("challenge-ended");
        assertThat(again.text("status")).isEqualTo("422");
        assertThat(again.text("challengeStatus")).isEqualTo("cancelled");
        assertThat(refusal(() -> world.visits().start(browser.id, browser.visitor, "sms")))
                .isEqualTo(new ChallengeRefusal.ChallengeEnded("cancelled"));
        assertThat(world.events()).containsExactly("challenge.opened", "challenge.cancelled");
    }

    @Test
    void a_person_gives_a_challenge_up() {
        world.protect(ALICE, Method.PHONE, Method.PHONE);
        Browser browser = world.login(ALICE);
        assertThat(ChallengeWorld.parameters(world.visits().cancel(browser.id, browser.visitor)))
                .containsEntry("", BACK)
                .containsEntry("nonce", "nonce-1")
                .doesNotContainKey("code");
        assertThat(browser.challenge().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void the_tenants_back_end_passes_a_custom_challenge() {
        world.protect(ALICE, Method.CUSTOM, Method.CUSTOM);
        Browser browser = world.login(ALICE);
        assertThat(browser.seen.prompt()).isEqualTo(new Prompt.Elsewhere("custom"));
        String page =
                world.visits().start(browser.id, browser.visitor, "custom").orElseThrow();
        assertThat(page).startsWith("/dev/custom?token=mfa_idc-100000000011-");
        assertThat(refusal(() -> answer(browser, page))).isInstanceOf(CodeNotAccepted.class);
        assertThat(refusal(browser::leave)).isEqualTo(new ChallengeRefusal.ChallengeEnded("pending"));

        world.services.guarding().tokens().consume(root(), value(ChallengeWorld.parameters(page), "token"));
        assertThat(browser.challenge().status()).isEqualTo(Status.PASSED);
        Answer issued = exchange(value(browser.leave(), "code"));
        assertThat(redeem(proof(issued)).body().fields().get("amr"))
                .isEqualTo(new Value.Items(List.of(Value.text("custom"))));
    }

    private dev.countersign.tenant.Caller root() {
        return new dev.countersign.server.dev.RootOfDev(
                        world.storage.tenants(), () -> new dev.countersign.value.RequestId("r"))
                .caller();
    }

    @Test
    void a_scan_passes_for_whom_it_is_and_for_nobody_else() {
        world.protect(ALICE, Method.WECHAT, Method.WECHAT);
        Browser browser = world.login(ALICE);
        Map<String, String> sent = ChallengeWorld.parameters(
                world.visits().start(browser.id, browser.visitor, "wechat").orElseThrow());
        assertThat(sent).containsEntry("redirect_uri", "https://mfa.example.com/challenge/" + browser.id + "/wechat");
        for (Reply wrong : List.of(
                new Reply(world.wechat.scan(BOB), value(sent, "state")),
                new Reply(world.wechat.scan(ALICE), "another state"),
                new Reply("no code", value(sent, "state")))) {
            assertThat(refusal(() -> world.visits().answer(browser.id, browser.visitor, wrong)))
                    .isInstanceOf(CodeNotAccepted.class);
        }
        Reply right = new Reply(world.wechat.scan(ALICE), value(sent, "state"));
        assertThat(refusal(() -> world.visits().answer(browser.id, world.forger(), right)))
                .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
        world.visits().answer(browser.id, browser.visitor, right);
        assertThat(browser.challenge().progress().shown()).containsExactly("wechat");
    }

    @Test
    void who_has_no_device_sets_one_up_with_a_code_to_the_bound_number() {
        world.protect(ALICE, Method.STOKEN, Method.STOKEN);
        Answer opened = world.open(ALICE, "login", NOTHING);
        assertThat(opened.text("enrols")).isEqualTo("true");
        Browser browser = world.new Browser(opened.text("id"));
        FirstEnrolment enrolment = world.services.challenging().enrolment();
        assertThat(browser.seen.prompt())
                .isEqualTo(new Prompt.Enrolment("+852******67", List.of("sms", "voice"), false, false));
        assertThat(refusal(() -> answer(browser, "123456"))).isInstanceOf(ChallengeRefusal.class);
        assertThat(refusal(() -> enrolment.device(browser.id, browser.visitor))).isInstanceOf(ChallengeRefusal.class);
        assertThat(refusal(() -> enrolment.confirm(browser.id, browser.visitor, "123456")))
                .isInstanceOf(ChallengeRefusal.class);
        assertThat(refusal(() -> enrolment.prove(browser.id, browser.visitor, "123456")))
                .isInstanceOf(CodeNotAccepted.class);
        assertThat(refusal(() -> enrolment.proveByAdministrator(browser.id, browser.visitor, "123456")))
                .isInstanceOf(CodeNotAccepted.class);

        world.visits().start(browser.id, browser.visitor, "sms");
        assertThat(world.message().purpose()).isEqualTo("enrolment");
        enrolment.prove(browser.id, browser.visitor, world.code());
        TotpSecret device = enrolment.device(browser.id, browser.visitor);
        assertThat(device.uri("alice").reveal()).startsWith("otpauth://totp/");
        String shown = Totp.code(device.base32().reveal(), world.clock.instant());
        assertThat(refusal(() -> enrolment.confirm(browser.id, world.forger(), shown)))
                .isInstanceOf(ChallengeRefusal.BrowserForeign.class);
        enrolment.confirm(browser.id, browser.visitor, shown);
        assertThat(browser.challenge().status()).isEqualTo(Status.PASSED);
        assertThat(browser.challenge().progress().shown()).containsExactly("otp");

        world.clock.advance(Duration.ofSeconds(60));
        Browser next = world.login(ALICE);
        assertThat(next.seen.prompt()).isEqualTo(new Prompt.DeviceCode());
        answer(next, Totp.code(device.base32().reveal(), world.clock.instant()));
        assertThat(next.challenge().status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_tenant_that_forces_logins_challenges_who_has_no_method() {
        world.rules(new TenantRules(false, true, false, Optional.empty(), List.of(BACK)));
        assertThat(world.open(ALICE, "login", NOTHING).text("method")).isEqualTo("Phone");
        Answer bob = world.open(BOB, "login", NOTHING);
        assertThat(bob.text("method")).isEqualTo("Stoken");
        assertThat(bob.text("enrols")).isEqualTo("true");
        assertThat(world.open(BOB, "operation", transfer("1", "x")).text("status"))
                .isEqualTo("not_required");
    }

    @Test
    void a_flooded_page_sends_no_more_than_a_principals_budget() {
        world.protect(ALICE, Method.CUSTOM, Method.CUSTOM);
        Browser browser = world.login(ALICE);
        for (int n = 0; n < 20; n++) {
            world.visits().start(browser.id, browser.visitor, "custom");
        }
        assertThat(refusal(() -> world.visits().start(browser.id, browser.visitor, "custom")))
                .isInstanceOf(ChallengeRefusal.StartsSpent.class);
    }
}
