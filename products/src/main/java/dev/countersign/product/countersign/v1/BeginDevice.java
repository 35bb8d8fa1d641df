package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.DeviceStore.BeginOutcome.Begun;
import dev.countersign.authenticator.DeviceStore.Permission;
import dev.countersign.authenticator.Devices;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Code;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Verification;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `POST /v1/principals/{uin}/authenticators/totp`: sends the code that allows a first device; with a code,
/// begins the enrolment.
public final class BeginDevice implements Action<BeginDevice.Request, BeginDevice.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(
                    doc = "How the code travels that allows a first device: sms, voice or email; to the number, unless"
                            + " said otherwise.",
                    example = "sms",
                    pattern = "sms|voice|email")
            @Nullable String channel,

            @Field(
                    doc = "The language of the message; en, unless said otherwise, and where there is no other.",
                    example = "en",
                    pattern = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
            @Nullable String locale,

            @Field(
                    doc = "The permission that was answered when a code was sent.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID)
            @Nullable String permission,

            @Field(doc = "The code that was sent.", example = "123456", pattern = "[0-9A-Za-z]{1,32}", secret = true)
            @Nullable String code,

            @Field(
                    doc = "Instead: a code that an administrator made.",
                    example = "ABCD-EFGH-JKLM-NPQR",
                    pattern = "[0-9A-Za-z -]{1,64}",
                    secret = true)
            @Nullable String administratorCode,

            @Field(
                    doc = "Instead, and only this where the user has a device: the code that it shows.",
                    example = "654321",
                    pattern = "[0-9]{6}",
                    secret = true)
            @Nullable String deviceCode) {}

    /// Its answer.
    public record Response(
            @Field(doc = "code-sent or begun.", example = "begun")
            String status,

            @Field(
                    doc = "code-sent: what to give with the code.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    omitted = true)
            @Nullable String permission,

            @Field(doc = "code-sent: where it went, masked.", example = "+852******67", omitted = true) @Nullable String to,

            @Field(
                    doc = "begun: the device's secret in base32, shown this once.",
                    example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                    secret = true,
                    omitted = true)
            @Nullable String secret,

            @Field(
                    doc = "begun: the same as a link for a QR picture.",
                    example =
                            "otpauth://totp/Countersign:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Countersign",
                    secret = true,
                    omitted = true)
            @Nullable String uri,

            @Field(
                    doc = "When the code, or the secret without a first code, ends, UTC.",
                    example = "2027-01-01T00:10:00Z")
            String expiresAt) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("BeginDevice", Request.class, Response.class)
            .summary("Begins to enrol a device. A first one takes a code to a bound number or address, which the call"
                    + " sends when no code is given, or an administrator's code.")
            .perSecond(100)
            .route("POST", "/v1/principals/{uin}/authenticators/totp", 200, V1Authenticators.SCOPE)
            .answers(SendRefusal.class)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.DevicePresent.class,
                    409,
                    AuthenticatorProblems.DEVICE,
                    AuthenticatorProblems.DEVICE_TEXT)
            .refuses(
                    AuthenticatorRefusal.NowhereToSend.class,
                    409,
                    "nowhere-to-send",
                    "The user has no number or address that this channel reaches: make an administrator's code.")
            .refuses(CodeNotAccepted.class, 422, AuthenticatorProblems.CODE, AuthenticatorProblems.CODE_TEXT)
            .refuses(SendRefusal.PrincipalUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .publishes(SendProblems.ALL)
            .build();

    private final Devices devices;

    BeginDevice(Devices devices) {
        this.devices = devices;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Optional<Permission> permission = permission(request);
        return permission
                .map(given -> begin(context.caller(), request, given, context.idempotency()))
                .orElseGet(() -> send(context.caller(), request, context.idempotency()));
    }

    private Response send(Caller caller, Request request, Optional<IdempotencyKey> idempotency) {
        Verification sent = devices.send(
                caller,
                request.uin(),
                Optional.ofNullable(request.channel()).map(Channel::of),
                Objects.requireNonNullElse(request.locale(), "en"),
                idempotency);
        return new Response(
                "code-sent",
                sent.id(),
                sent.binding().destination().masked(),
                null,
                null,
                AuthenticatorsView.written(sent.expiresAt()));
    }

    private Response begin(
            Caller caller, Request request, Permission permission, Optional<IdempotencyKey> idempotency) {
        Begun begun = devices.begin(caller, request.uin(), permission, idempotency);
        return new Response(
                "begun",
                null,
                null,
                begun.secret().base32().reveal(),
                begun.secret().uri(devices.name(caller, request.uin())).reveal(),
                AuthenticatorsView.written(begun.until()));
    }

    /// One of the three, or none.
    private static Optional<Permission> permission(Request request) {
        String id = request.permission();
        String code = request.code();
        if ((id == null) != (code == null)) {
            throw new Refused(new CallRefusal.ParameterMissing(id == null ? "permission" : "code"));
        }
        long given = Stream.of(code, request.administratorCode(), request.deviceCode())
                .filter(Objects::nonNull)
                .count();
        if (given > 1) {
            throw new Refused(new CallRefusal.ParameterInvalid(
                    request.deviceCode() != null ? "deviceCode" : "administratorCode"));
        }
        if (id != null && code != null) {
            return Optional.of(new Permission.Sent(id, Code.of(code)));
        }
        return Optional.ofNullable(request.administratorCode())
                .<Permission>map(typed -> new Permission.Administrator(AdministratorCodes.kept(typed)))
                .or(() ->
                        Optional.ofNullable(request.deviceCode()).map(typed -> new Permission.Device(Code.of(typed))));
    }
}
