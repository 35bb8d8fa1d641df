package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.PermanentKeyNeeded;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GetSessionToken`: a temporary key for a caller who shows the code of his authenticator app.
public final class GetSessionToken implements Action<GetSessionToken.Request, GetSessionToken.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The second factor; only `softToken` can be shown with a call.",
                    example = "qcs::cam:uin/100000000001::mfa/softToken",
                    pattern = MfaSerial.PATTERN,
                    whenMalformed = "InvalidParameter.ParamError")
            String serialNumber,

            @Field(
                    doc = "The code that the app shows; it is accepted once.",
                    example = "364928",
                    pattern = MfaSerial.CODE,
                    secret = true,
                    whenMalformed = "InvalidParameter.ParamError")
            String tokenCode,

            @Field(
                    doc = "Seconds that the key lives: 1,800 when not given, at most 7,200 for a root and 129,600 for"
                            + " a user.",
                    example = "1800")
            @Nullable Long durationSeconds) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The temporary key.") Credentials credentials,

            @Field(doc = "When it ends, in seconds since 1970.", example = "1795341600")
            long expiredTime,

            @Field(doc = "When it ends, in UTC.", example = "2026-11-22T10:00:00Z")
            String expiration) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetSessionToken", Request.class, Response.class)
            .summary("Gives a caller with a permanent key a temporary one that shows that a second factor was given.")
            .answers(SessionRefusal.class)
            .answers(PermanentKeyNeeded.class)
            .refuses(CodeNotAccepted.class, "FailedOperation.CheckMFAError", "MFA check failed.")
            .refuses(
                    SessionRefusal.SecondFactorUnsupported.class,
                    "FailedOperation.MFATypeNotSupported",
                    "The MFA type is not supported.")
            .refuses(
                    PermanentKeyNeeded.class,
                    "FailedOperation.TempKeyNotAllowed",
                    "A temporary key can't be used for this operation.")
            .catalogues("InternalError.DbError", "Database error.")
            .catalogues("InternalError.EncryptError", "Encryption failed.")
            .catalogues("InternalError.GetSeedTokenError", "Failed to obtain the seed token.")
            .catalogues("InternalError.PbSerializeError", "pb packaging failed.")
            .catalogues("InternalError.SystemError", "Internal error.")
            .catalogues("InternalError.UnknownError", "Unknown error.")
            .catalogues("InvalidParameter.AccountNotAvaliable", "The account does not exist or is unavailable.")
            .refuses(
                    SessionRefusal.LifetimeOutside.class,
                    "InvalidParameter.OverTimeError",
                    "The expiration time exceeds the threshold.")
            .refuses(SessionRefusal.SessionParameterInvalid.class, "InvalidParameter.ParamError", "Invalid parameter.")
            .catalogues("UnauthorizedOperation", "Unauthorized operation.")
            .build();

    private final Sessions sessions;

    /// @param sessions hands out temporary keys
    public GetSessionToken(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        IssuedKey issued = sessions.open(
                context.caller(),
                MfaSerial.read(request.serialNumber(), request.tokenCode()),
                Optional.ofNullable(request.durationSeconds()));
        return new Response(
                Credentials.of(issued),
                issued.temporary().expiresAt().getEpochSecond(),
                Credentials.expiration(issued));
    }
}
