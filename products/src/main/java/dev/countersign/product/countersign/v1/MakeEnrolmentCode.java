package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.EnrolmentCodeStore.EnrolmentCode;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;

/// `POST /v1/principals/{uin}/authenticators/codes`: makes the one-time code by which somebody enrols a first
/// device.
public final class MakeEnrolmentCode implements Action<MakeEnrolmentCode.Request, MakeEnrolmentCode.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin) {}

    /// Its answer.
    public record Response(
            @Field(
                    doc = "The code, shown this once. Hyphens and case don't matter.",
                    example = "ABCD-EFGH-JKLM-NPQR",
                    secret = true)
            String code,

            @Field(doc = "When it ends unused, UTC.", example = "2027-01-02T00:00:00Z")
            String expiresAt) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "MakeEnrolmentCode", Request.class, Response.class)
            .summary("Makes a one-time code that lets another user enrol a first device, in place of an earlier one.")
            .perSecond(20)
            .route("POST", "/v1/principals/{uin}/authenticators/codes", 201, V1Authenticators.SCOPE)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.OwnPrincipal.class,
                    403,
                    AuthenticatorProblems.OWN,
                    AuthenticatorProblems.OWN_TEXT)
            .build();

    private final AdministratorCodes codes;

    MakeEnrolmentCode(AdministratorCodes codes) {
        this.codes = codes;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        EnrolmentCode made = codes.make(context.caller(), request.uin(), context.idempotency());
        return new Response(made.code().reveal(), AuthenticatorsView.written(made.until()));
    }
}
