package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.AssumptionRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.sts.AssumeDemand;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.SecondFactor;
import dev.countersign.sts.Sessions;
import dev.countersign.tenant.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `AssumeRole`: a temporary key that acts as a role.
public final class AssumeRole implements Action<AssumeRole.Request, AssumeRole.Response> {
    private static final int MOST_TAGS = 50;

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The role, by name (`…:roleName/<name>`) or by id (`…:role/<id>`).",
                    example = "qcs::cam::uin/100000000001:roleName/dev-operator",
                    pattern = RoleArn.PATTERN,
                    whenMalformed = "InvalidParameter.ParamError")
            String roleArn,

            @Field(
                    doc = "What the session is called: 2 to 128 letters, digits and `+=,.@_-`.",
                    example = "nightly",
                    pattern = "[\\w+=,.@-]{2,128}",
                    whenMalformed = "InvalidParameter.ParamError")
            String roleSessionName,

            @Field(
                    doc = "Seconds that the key lives: 7,200 when not given, at most 43,200, and no longer than the"
                            + " role allows.",
                    example = "7200")
            @Nullable Long durationSeconds,

            @Field(doc = "A policy document that narrows what the key may do, URL-encoded.") @Nullable String policy,

            @Field(
                    doc = "What the role's trust policy may ask for: 2 to 128 letters, digits and `+=,.@:/_-`.",
                    example = "partner-7",
                    pattern = "[\\w+=,.@:/-]{2,128}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String externalId,

            @Field(doc = "At most 50 tags of the session, kept in the audit.") @Nullable List<Tag> tags,

            @Field(
                    doc = "The UIN on whose behalf the session is opened, kept in the audit.",
                    example = "100000000011",
                    pattern = "[0-9]{1,19}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String sourceIdentity,

            @Field(
                    doc = "The second factor; only `softToken` can be shown with a call. Together with `TokenCode`.",
                    example = "qcs::cam:uin/100000000001::mfa/softToken",
                    pattern = MfaSerial.PATTERN,
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String serialNumber,

            @Field(
                    doc = "The code that the app shows; it is accepted once.",
                    example = "364928",
                    pattern = MfaSerial.CODE,
                    secret = true,
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String tokenCode) {}

    /// A tag of a session.
    public record Tag(
            @Field(doc = "Key.", example = "team", pattern = "[^\\p{Cntrl}=]{1,128}")
            String key,

            @Field(doc = "Value.", example = "billing", pattern = "[^\\p{Cntrl}]{0,256}")
            String value) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The temporary key.") Credentials credentials,

            @Field(doc = "When it ends, in seconds since 1970.", example = "1795341600")
            long expiredTime,

            @Field(doc = "When it ends, in UTC.", example = "2026-11-22T10:00:00Z")
            String expiration) {}

    private final Sessions sessions;
    private final ActionSpec<Request, Response> spec;

    /// @param sessions hands out temporary keys
    public AssumeRole(Sessions sessions) {
        this.sessions = sessions;
        this.spec = ActionSpec.action("AssumeRole", Request.class, Response.class)
                .summary("Gives a caller whom a role trusts a temporary key that acts as the role.")
                .perSecond(600)
                .on(this::role)
                .answers(SessionRefusal.class)
                .answers(AssumptionRefusal.class)
                .answers(PolicyDocumentRefusal.class)
                .refuses(CodeNotAccepted.class, "FailedOperation.CheckMFAError", "MFA check failed.")
                .refuses(
                        SessionRefusal.SecondFactorUnsupported.class,
                        "FailedOperation.MFATypeNotSupported",
                        "The MFA type is not supported.")
                .catalogues("InternalError.DbError", "Database error.")
                .catalogues("InternalError.EncryptError", "Encryption failed.")
                .catalogues("InternalError.GetAppIdError", "Failed to get the `appid`.")
                .catalogues("InternalError.GetRoleError", "Failed to get the role.")
                .catalogues("InternalError.GetSeedTokenError", "Failed to obtain the seed token.")
                .catalogues("InternalError.IllegalRole", "Invalid role.")
                .catalogues("InternalError.PbSerializeError", "pb packaging failed.")
                .catalogues("InternalError.SystemError", "Internal error.")
                .catalogues("InternalError.UnknownError", "Unknown error.")
                .catalogues("InvalidParameter.AccountNotAvaliable", "The account does not exist or is unavailable.")
                .catalogues("InvalidParameter.ExtendStrategyOverSize", "The extension policy is too large.")
                .catalogues("InvalidParameter.GrantOtherResource", "Unauthorized access to the resource.")
                .catalogues("InvalidParameter.OverLimit", "Frequency limit exceeded.")
                .refuses(
                        SessionRefusal.LifetimeOutside.class,
                        "InvalidParameter.OverTimeError",
                        "The expiration time exceeds the threshold.")
                .refuses(
                        SessionRefusal.SessionParameterInvalid.class,
                        "InvalidParameter.ParamError",
                        "Invalid parameter.")
                .refuses(
                        AssumptionRefusal.SessionPolicyTooLong.class,
                        "InvalidParameter.PolicyTooLong",
                        "The policy is too long.")
                .catalogues("InvalidParameter.ResouceError", "Resource error.")
                .refuses(
                        AssumptionRefusal.SessionPolicyMalformed.class,
                        "InvalidParameter.StrategyFormatError",
                        "Policy syntax error.")
                .refuses(PolicyDocumentRefusal.class, "InvalidParameter.StrategyFormatError", "Policy syntax error.")
                .catalogues("InvalidParameter.StrategyInvalid", "Invalid policy.")
                .catalogues("InvalidParameter.TempCodeNotAvaliable", "Invalid `TCB temp code`.")
                .refuses(
                        AssumptionRefusal.RoleUnknown.class,
                        "ResourceNotFound.RoleNotFound",
                        "The role corresponding to the account does not exist.")
                .catalogues("UnauthorizedOperation", "Unauthorized operation.")
                .catalogues("UnsupportedOperation", "The operation is not supported.")
                .build();
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return spec;
    }

    private String role(Caller caller, Value.Fields parameters) {
        return parameters.fields().get("RoleArn") instanceof Value.Text arn
                ? RoleArn.read(arn.text())
                        .map(role -> sessions.resource(caller, role.tenant(), role.name()))
                        .orElse("*")
                : "*";
    }

    @Override
    public Response perform(Context context, Request request) {
        RoleArn role = RoleArn.read(request.roleArn()).orElseThrow(AssumeRole::invalid);
        IssuedKey issued = sessions.assume(
                context.caller(),
                new AssumeDemand(
                        role.tenant(),
                        role.name(),
                        request.roleSessionName(),
                        Optional.ofNullable(request.durationSeconds()),
                        Optional.ofNullable(request.policy()).map(AssumeRole::decoded),
                        Optional.ofNullable(request.externalId()),
                        factor(request),
                        remarks(request)));
        return new Response(
                Credentials.of(issued),
                issued.temporary().expiresAt().getEpochSecond(),
                Credentials.expiration(issued));
    }

    private static Optional<SecondFactor> factor(Request request) {
        String serial = request.serialNumber();
        String code = request.tokenCode();
        if (serial == null && code == null) {
            return Optional.empty();
        }
        if (serial == null || code == null) {
            throw invalid();
        }
        return Optional.of(MfaSerial.read(serial, code));
    }

    private static SortedMap<String, String> remarks(Request request) {
        SortedMap<String, String> remarks = new TreeMap<>();
        List<Tag> tags = Optional.ofNullable(request.tags()).orElse(List.of());
        if (tags.size() > MOST_TAGS) {
            throw invalid();
        }
        tags.forEach(tag -> remarks.put("tag." + tag.key(), tag.value()));
        Optional.ofNullable(request.sourceIdentity()).ifPresent(uin -> remarks.put("source-identity", uin));
        return remarks;
    }

    private static String decoded(String policy) {
        try {
            return URLDecoder.decode(policy, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(new AssumptionRefusal.SessionPolicyMalformed());
        }
    }

    private static Refused invalid() {
        return new Refused(new SessionRefusal.SessionParameterInvalid());
    }
}
