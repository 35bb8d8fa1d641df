package dev.countersign.server;

import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.wire.DevClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Every parameter that names something of a tenant, in a call that is right but for it; and those that name
/// nothing, with the reason.
final class ForeignWalk {
    private ForeignWalk() {}

    /// Makes a call's parameters.
    @FunctionalInterface
    interface Parameters {
        /// The parameters of one call.
        ///
        /// @param it what the parameter under test names
        /// @param own what the rest of the call names
        Value.Fields of(Belongings it, Belongings own);
    }

    /// A call with one parameter under test.
    ///
    /// @param telling whether its owner is answered otherwise than whoever names nothing
    record Probe(String action, String parameter, Parameters parameters, boolean telling) {
        /// The same where its owner's call tells nothing: one before used the thing up, or it is not looked
        /// up.
        Probe silent() {
            return new Probe(action, parameter, parameters, false);
        }

        @Override
        public String toString() {
            return action + "." + parameter;
        }
    }

    private static Probe probe(String action, String parameter, Parameters parameters) {
        return new Probe(action, parameter, parameters, true);
    }

    private static Probe text(String action, String parameter, String kind) {
        return probe(action, parameter, (it, own) -> Value.Fields.none().plus(parameter, it.value(kind)));
    }

    private static Probe number(String action, String parameter, String kind) {
        return probe(action, parameter, (it, own) -> Value.Fields.none().plus(parameter, it.number(kind)));
    }

    private static Value.Fields two(String name, Value value, String other, Value second) {
        return Value.Fields.none().plus(name, value).plus(other, second);
    }

    /// Calls that read, change or end something. Code and result come first, since they end soon; who is
    /// deleted comes last.
    static List<Probe> probes(Supplier<String> app) {
        return Stream.concat(cams(), others(app).stream()).toList();
    }

    /// The numbers of spaces: each call with a foreign space, and with a number of a foreign space.
    private static Stream<Probe> cams() {
        Map<String, Value.Fields> rest = Map.of(
                "GetMigrationVerifyCode", DevClient.fields("Locale", "en", "Method", "sms"),
                "ChatappMigrationVerified", DevClient.fields("VerifyCode", "000000"),
                "GetChatappVerifyCode", DevClient.fields("Locale", "en", "Method", "sms"),
                "ChatappVerifyAndRegister", DevClient.fields("VerifyCode", "000000"),
                "CreateChatappMigrationInitiate", DevClient.fields("MobileNumber", "61300009", "CountryCode", "852"));
        Stream<Probe> whole = Stream.of(
                        "GetPhoneNumberVerificationStatus",
                        "GetMigrationVerifyCode",
                        "ChatappMigrationVerified",
                        "ChatappMigrationRegister",
                        "GetChatappVerifyCode",
                        "ChatappVerifyAndRegister",
                        "ChatappPhoneNumberRegister",
                        "ChatappPhoneNumberDeregister")
                .flatMap(action -> {
                    Value.Fields more = rest.getOrDefault(action, Value.Fields.none());
                    return Stream.of(
                            probe(
                                    "alibaba " + action,
                                    "CustSpaceId",
                                    (it, own) -> more.plus("CustSpaceId", it.value("space"))
                                            .plus("PhoneNumber", own.value("phone"))),
                            probe(
                                    "alibaba " + action,
                                    "PhoneNumber",
                                    (it, own) -> more.plus("CustSpaceId", own.value("space"))
                                            .plus("PhoneNumber", it.value("phone"))));
                });
        Stream<Probe> spaces = Stream.of(
                        "ChatappSyncPhoneNumber",
                        "QueryChatappPhoneNumbers",
                        "QueryChatappBindWaba",
                        "CreateChatappMigrationInitiate")
                .map(action -> probe(
                        "alibaba " + action,
                        "CustSpaceId",
                        (it, own) ->
                                rest.getOrDefault(action, Value.Fields.none()).plus("CustSpaceId", it.value("space"))));
        Probe add = probe(
                "alibaba AddChatappPhoneNumber",
                "CustSpaceId",
                (it, own) -> DevClient.fields("PhoneNumber", "61300008", "Cc", "852", "VerifiedName", "Shop")
                        .plus("CustSpaceId", it.value("space")));
        return Stream.of(whole, spaces, Stream.of(add)).flatMap(all -> all);
    }

    private static List<Probe> others(Supplier<String> app) {
        return List.of(
                text("IssueProof", "code", "result"),
                probe("GetSessionToken", "SerialNumber", (it, own) -> factor(it, app.get())),
                text("RedeemProof", "proof", "proof"),
                text("RedeemProof", "jti", "jti"),
                text("GetCustomMFATokenInfo", "MFAToken", "token"),
                text("ConsumeCustomMFAToken", "MFAToken", "token"),
                text("GetChallenge", "id", "challenge"),
                text("CancelChallenge", "id", "challenge"),
                probe(
                        "OpenChallenge",
                        "principal",
                        (it, own) -> DevClient.fields("kind", "login", "returnTo", ChallengeWorld.BACK, "nonce", "n")
                                .plus("principal", it.number("uin"))),
                text("GetVerification", "id", "verification"),
                text("ListMessages", "id", "verification"),
                text("GetMessage", "id", "message"),
                text("GetWebhook", "id", "webhook"),
                text("ListDeliveries", "id", "webhook"),
                text("Redeliver", "id", "delivery"),
                text("RotateWebhook", "id", "webhook"),
                text("DeleteWebhook", "id", "webhook"),
                probe(
                        "CheckVerification",
                        "id",
                        (it, own) -> DevClient.fields("id", it.text("verification"), "code", "12345a")),
                probe(
                        "StartVerification",
                        "principal",
                        (it, own) -> DevClient.fields("to", "+85261236666").plus("principal", it.number("uin"))),
                number("GetProtection", "uin", "uin"),
                number("GetAuthenticators", "uin", "uin"),
                probe("UnlockAuthenticator", "uin", (it, own) -> kind("phone", it)),
                probe("MakeEnrolmentCode", "uin", (it, own) -> kind("", it)),
                probe("BeginDevice", "uin", (it, own) -> kind("", it)),
                probe(
                        "ConfirmDevice",
                        "uin",
                        (it, own) -> DevClient.fields("code", "000000").plus("uin", it.number("uin"))),
                probe(
                        "StartChange",
                        "uin",
                        (it, own) -> DevClient.fields("kind", "mail", "to", "another@example.com")
                                .plus("uin", it.number("uin"))),
                probe(
                        "ConfirmChange",
                        "id",
                        (it, own) -> DevClient.fields("id", it.text("change"), "code", "12345a")
                                .plus("uin", it.number("uin"))),
                probe(
                                "ConfirmChange",
                                "uin",
                                (it, own) -> DevClient.fields("id", it.text("change"), "code", "12345a")
                                        .plus("uin", it.number("uin")))
                        .silent(),
                probe(
                        "PutProtection",
                        "uin",
                        (it, own) -> DevClient.fields("login", "Stoken").plus("uin", it.number("uin"))),
                number("QueryAccountVerificationStatus", "ClientUin", "customer"),
                probe(
                        "DescribeCustomerInfo",
                        "CustomerUin",
                        (it, own) -> Value.Fields.none()
                                .plus("CustomerUin", new Value.Items(List.of(it.number("customer"))))),
                text("GetUser", "Name", "user"),
                probe(
                        "UpdateUser",
                        "Name",
                        (it, own) -> DevClient.fields("Name", it.text("user"), "Remark", "changed")),
                probe(
                        "DescribeSubAccounts",
                        "FilterSubAccountUin",
                        (it, own) -> Value.Fields.none()
                                .plus("FilterSubAccountUin", new Value.Items(List.of(it.number("uin"))))),
                number("ListAccessKeys", "TargetUin", "uin"),
                number("CreateAccessKey", "TargetUin", "uin"),
                probe(
                        "UpdateAccessKey",
                        "AccessKeyId",
                        (it, own) -> DevClient.fields("AccessKeyId", it.text("key"), "Status", "Inactive")
                                .plus("TargetUin", own.number("uin"))),
                probe(
                        "UpdateAccessKey",
                        "TargetUin",
                        (it, own) -> DevClient.fields("AccessKeyId", own.text("key"), "Status", "Inactive")
                                .plus("TargetUin", it.number("uin"))),
                probe(
                        "SetMfaFlag",
                        "OpUin",
                        (it, own) -> two(
                                "OpUin",
                                it.number("uin"),
                                "LoginFlag",
                                Value.Fields.none().plus("Stoken", Value.number(1)))),
                number("DescribeSafeAuthFlagColl", "SubUin", "uin"),
                number("GetPolicy", "PolicyId", "policy"),
                probe(
                        "UpdatePolicy",
                        "PolicyId",
                        (it, own) -> DevClient.fields("Description", "changed").plus("PolicyId", it.number("policy"))),
                probe(
                        "UpdatePolicy",
                        "PolicyName",
                        (it, own) -> DevClient.fields("PolicyName", it.text("policyName"), "Description", "again")),
                probe(
                                "UpdatePolicy",
                                "PolicyDocument",
                                (it, own) -> DevClient.fields("PolicyDocument", Belongings.may(resource(it)))
                                        .plus("PolicyId", own.number("policy")))
                        .silent(),
                text("ListPolicies", "Keyword", "policyName"),
                number("ListAttachedUserPolicies", "TargetUin", "uin"),
                probe("AttachUserPolicy", "PolicyId", (it, own) -> attached("AttachUin", it, own)),
                probe("AttachUserPolicy", "AttachUin", (it, own) -> attached("AttachUin", own, it)),
                probe("DetachUserPolicy", "PolicyId", (it, own) -> attached("DetachUin", it, own)),
                probe("DetachUserPolicy", "DetachUin", (it, own) -> attached("DetachUin", own, it)),
                text("GetRole", "RoleId", "role"),
                text("GetRole", "RoleName", "roleName"),
                probe("AttachRolePolicy", "PolicyId", (it, own) -> byId("AttachRoleId", own, it)),
                probe("AttachRolePolicy", "AttachRoleId", (it, own) -> byId("AttachRoleId", it, own)),
                probe("AttachRolePolicy", "AttachRoleName", (it, own) -> byName("AttachRoleName", it, own)),
                probe("AttachRolePolicy", "PolicyName", (it, own) -> byName("AttachRoleName", own, it)),
                probe("DetachRolePolicy", "PolicyId", (it, own) -> byId("DetachRoleId", own, it)),
                probe("DetachRolePolicy", "DetachRoleId", (it, own) -> byId("DetachRoleId", it, own)),
                probe("DetachRolePolicy", "DetachRoleName", (it, own) -> byName("DetachRoleName", it, own)),
                probe("DetachRolePolicy", "PolicyName", (it, own) -> byName("DetachRoleName", own, it)),
                probe("AssumeRole", "RoleArn", (it, own) -> assumed(it, "roleName/" + it.text("roleName"))),
                probe("AssumeRole", "RoleArn", (it, own) -> assumed(it, "role/" + it.text("role"))),
                probe("AssumeRole", "SerialNumber", (it, own) -> {
                    Value.Fields parameters = assumed(own, "role/" + own.text("role"));
                    for (Map.Entry<String, Value> one :
                            factor(it, app.get()).fields().entrySet()) {
                        parameters = parameters.plus(one.getKey(), one.getValue());
                    }
                    return parameters;
                }),
                probe(
                        "DeleteAccessKey",
                        "TargetUin",
                        (it, own) -> two("AccessKeyId", own.value("key"), "TargetUin", it.number("uin"))),
                probe(
                                "DeleteAccessKey",
                                "AccessKeyId",
                                (it, own) -> two("AccessKeyId", it.value("key"), "TargetUin", own.number("uin")))
                        .silent(),
                text("DeleteRole", "RoleId", "role"),
                text("DeleteRole", "RoleName", "roleName").silent(),
                probe(
                        "DeletePolicy",
                        "PolicyId",
                        (it, own) ->
                                Value.Fields.none().plus("PolicyId", new Value.Items(List.of(it.number("policy"))))),
                probe("WithdrawAuthenticator", "uin", (it, own) -> kind("mail", it)),
                probe("DeleteUser", "Name", (it, own) -> two("Name", it.value("user"), "Force", Value.number(1))));
    }

    /// Calls that make something under a name that another tenant uses.
    static List<Probe> makers() {
        return List.of(
                text("AddUser", "Name", "user"),
                probe(
                        "PutWebhook",
                        "id",
                        (it, own) -> DevClient.fields("id", it.text("webhook"), "url", "https://hooks.example.com/")),
                probe(
                        "CreatePolicy",
                        "PolicyName",
                        (it, own) -> DevClient.fields(
                                "PolicyName", it.text("policyName"), "PolicyDocument", Belongings.may("*"))),
                probe(
                        "CreateRole",
                        "RoleName",
                        (it, own) -> DevClient.fields(
                                "RoleName",
                                it.text("roleName"),
                                "PolicyDocument",
                                Belongings.trusts("qcs::cam::uin/" + own.text("root") + ":root"))),
                probe(
                        "CreateRole",
                        "PolicyDocument",
                        (it, own) -> DevClient.fields(
                                "RoleName",
                                "trusting-root",
                                "PolicyDocument",
                                Belongings.trusts("qcs::cam::uin/" + it.text("root") + ":root"))),
                probe(
                        "CreateRole",
                        "PolicyDocument",
                        (it, own) -> DevClient.fields(
                                "RoleName",
                                "trusting-user",
                                "PolicyDocument",
                                Belongings.trusts("qcs::cam::uin/" + own.text("root") + ":uin/" + it.text("uin")))),
                probe(
                        "CreateAccount",
                        "VerifyCode",
                        (it, own) -> Belongings.account("second@example.com", "61238888")
                                .plus("VerifyCode", it.value("sent"))));
    }

    /// Parameters that look as if they named something, and do not; `*` stands for every action.
    static final Map<String, String> NAMELESS = Map.ofEntries(
            Map.entry("*.CountryCode", "a country"),
            Map.entry("*.PhoneNum", "a number belongs to no tenant: who holds it is proven by a code"),
            Map.entry("AddUser.Email", "an address may be bound by any number of tenants"),
            Map.entry("UpdateUser.Email", "an address may be bound by any number of tenants"),
            Map.entry("StartVerification.to", "a number or address belongs to no tenant"),
            Map.entry(
                    "CreateAccount.Mail",
                    "an address holds one account of the whole installation, as with the vendor; only a caller who"
                            + " showed a code of its own hears so"),
            Map.entry("ListDeliveries.after", "where to go on in the log of a webhook, which is tried"),
            Map.entry("ListEvents.after", "where to go on in the caller's own events"),
            Map.entry("PutWebhook.url", "an address belongs to no tenant"),
            Map.entry("PutWebhook.events", "types of events"),
            Map.entry("CreateAccount.CustomerName", "free text"),
            Map.entry("CreatePolicy.PolicyDocument", "tried by UpdatePolicy: the same grammar reads it"),
            Map.entry("*.Tags.Key", "free text"),
            Map.entry("AssumeRole.RoleSessionName", "free text"),
            Map.entry("AssumeRole.SourceIdentity", "kept in the audit and looked up nowhere"),
            Map.entry("AssumeRole.ExternalId", "free text, compared with the trust of the caller's own role"),
            Map.entry("*.TokenCode", "compared with the caller's own device"),
            Map.entry("ConfirmChange.code", "compared with the code of the change, which is tried"),
            Map.entry("ConfirmChange.currentCode", "compared with the factor of the user, who is tried"),
            Map.entry("StartChange.to", "a number or address belongs to no tenant"),
            Map.entry("BeginDevice.code", "compared with the code that the user got, who is tried"),
            Map.entry("BeginDevice.administratorCode", "compared with the code for the user, who is tried"),
            Map.entry("BeginDevice.deviceCode", "compared with the device of the user, who is tried"),
            Map.entry("ConfirmDevice.code", "compared with the device of the user, who is tried"),
            Map.entry("WithdrawAuthenticator.code", "compared with the device of the user, who is tried"),
            Map.entry("CheckVerification.code", "compared with the code of the id, which is tried"),
            Map.entry("DrainCarrier.name", "a carrier is the installation's"),
            Map.entry("UndrainCarrier.name", "a carrier is the installation's"),
            Map.entry(
                    "alibaba CreateChatappMigrationInitiate.MobileNumber",
                    "a number belongs to no tenant: who holds it is proven by a code"),
            Map.entry(
                    "alibaba AddChatappPhoneNumber.PhoneNumber",
                    "a number belongs to no tenant: who holds it is proven by a code"),
            Map.entry("alibaba AddChatappPhoneNumber.VerifiedName", "free text"),
            Map.entry("alibaba AddChatappPhoneNumber.PreValidateId", "ignored"),
            Map.entry(
                    "alibaba ChatappMigrationVerified.VerifyCode",
                    "compared with the code of the number in the space, which are tried"),
            Map.entry(
                    "alibaba ChatappVerifyAndRegister.VerifyCode",
                    "compared with the code of the number in the space, which are tried"),
            Map.entry("*.IsvCode", "ignored"),
            Map.entry("*.operation.name", "free text"),
            Map.entry("*.operation.fields.name", "free text"));

    /// Actions that name nothing, and why.
    static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("SendVerifyCode", "its number belongs to no tenant"),
            Map.entry("ListCarriers", "the installation's"),
            Map.entry("DrainCarrier", "the installation's"),
            Map.entry("UndrainCarrier", "the installation's"),
            Map.entry("GetCountryCodes", "the same for all"),
            Map.entry("GetTradeConfigList", "the same for all"),
            Map.entry("DescribeCustomerUin", "takes a page: of the caller's own customers"),
            Map.entry("ListUsers", "no parameters: the caller's own"),
            Map.entry("DescribeSafeAuthFlag", "no parameters: the caller's own"),
            Map.entry("DescribeSafeAuthFlagIntl", "no parameters: the caller's own"),
            Map.entry("GetCallerIdentity", "no parameters: the caller's own"),
            Map.entry("alibaba SendSmsVerifyCode", "its number belongs to no tenant; the scheme is the caller's own"),
            Map.entry("alibaba CheckSmsVerifyCode", "the code of another tenant's number, tried by DypnsTest"),
            Map.entry("alibaba AssumeRole", "the same roles as Tencent's, tried by AlibabaWireTest"),
            Map.entry("alibaba GetCallerIdentity", "no parameters: the caller's own"),
            Map.entry(
                    "alibaba ChatappBindWaba",
                    "a business account is bound to one space of the whole installation, as with the vendor"),
            Map.entry("ListWebhooks", "no parameters: the caller's own"),
            Map.entry("ListEvents", "the caller's own"),
            Map.entry("GetTenantRules", "no parameters: the caller's own"),
            Map.entry("PutTenantRules", "replaces the caller's own"));

    private static Value.Fields kind(String kind, Belongings user) {
        Value.Fields of = Value.Fields.none().plus("uin", user.number("uin"));
        return kind.isEmpty() ? of : of.plus("kind", Value.text(kind));
    }

    private static String resource(Belongings of) {
        return "qcs::cam::uin/" + of.text("root") + ":uin/" + of.text("uin");
    }

    private static Value.Fields attached(String parameter, Belongings policy, Belongings user) {
        return two("PolicyId", policy.number("policy"), parameter, user.number("uin"));
    }

    private static Value.Fields byId(String parameter, Belongings role, Belongings policy) {
        return two(parameter, role.value("role"), "PolicyId", policy.number("policy"));
    }

    private static Value.Fields byName(String parameter, Belongings role, Belongings policy) {
        return two(parameter, role.value("roleName"), "PolicyName", policy.value("policyName"));
    }

    private static Value.Fields factor(Belongings of, String code) {
        return DevClient.fields(
                "SerialNumber", "qcs::cam:uin/" + of.text("root") + "::mfa/softToken", "TokenCode", code);
    }

    private static Value.Fields assumed(Belongings of, String role) {
        return DevClient.fields(
                "RoleArn", "qcs::cam::uin/" + of.text("root") + ":" + role, "RoleSessionName", "nightly");
    }
}
