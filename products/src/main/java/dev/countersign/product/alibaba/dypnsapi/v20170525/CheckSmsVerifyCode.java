package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Verifications;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `CheckSmsVerifyCode`: uses up a code that [SendSmsVerifyCode] sent, once.
public final class CheckSmsVerifyCode implements Action<CheckSmsVerifyCode.Request, CheckSmsVerifyCode.Response> {
    private static final long ANY_CASE = 1;
    private static final long AS_SENT = 2;

    private static final String FAILED = "isv.ValidateFail";
    private static final String FAILED_TEXT = "The verification code is not valid.";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "A mobile number of mainland China, with or without `86`, `+86` or `0086`.",
                    example = "13800001234",
                    pattern = MobileNumber.PATTERN,
                    whenMalformed = MobileNumber.ILLEGAL)
            String phoneNumber,

            @Field(doc = "The code that was given.", example = "208393", secret = true)
            String verifyCode,

            @Field(doc = "86, the only one.", example = "86", pattern = "86", whenMalformed = DypnsErrors.INVALID)
            @Nullable String countryCode,

            @Field(
                    doc = "The scheme that the code was sent for; a code of one scheme is refused in every other.",
                    example = "login",
                    pattern = Scheme.PATTERN,
                    whenMalformed = DypnsErrors.INVALID)
            @Nullable String schemeName,

            @Field(
                    doc = "An id of the caller's own, which is answered.",
                    example = "order-7",
                    pattern = SendSmsVerifyCode.SHORT_TEXT,
                    whenMalformed = DypnsErrors.INVALID)
            @Nullable String outId,

            @Field(
                    doc = "1 when small letters stand for capitals and capitals for small letters, which is the"
                            + " default; 2 when not. No code is accepted with another value.",
                    example = "1")
            @Nullable Long caseAuthPolicy) {}

    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`Success`.", example = "Success") String message,

            @Field(doc = "Always true.", example = "true") boolean success,

            @Field(doc = "Empty.") String accessDeniedDetail,

            @Field(doc = "What came of it.") Model model) {}

    /// What came of a check.
    public record Model(
            @Field(doc = "What was sent as `OutId`; left out when nothing was.", example = "order-7", omitted = true)
            @Nullable String outId,

            @Field(
                    doc = "`PASS`; with `alibaba.dypns-manners: documented` also `UNKNOWN`, for a code that is not"
                            + " accepted.",
                    example = "PASS")
            String verifyResult) {}

    private final Verifications verifications;
    private final Destinations destinations;
    private final DypnsOptions options;
    private final ActionSpec<Request, Response> spec;

    CheckSmsVerifyCode(Verifications verifications, Destinations destinations, DypnsOptions options) {
        this.verifications = verifications;
        this.destinations = destinations;
        this.options = options;
        ActionSpec.Builder<Request, Response> described = ActionSpec.action(
                        "CheckSmsVerifyCode", Request.class, Response.class)
                .summary("Checks a code that `SendSmsVerifyCode` sent and uses it up: it is accepted once.")
                .perSecond(Dypnsapi.PER_SECOND)
                .about(request -> MobileNumber.of(request.phoneNumber()).digits())
                .publishes(DypnsErrors.SHARED);
        this.spec = switch (options.manners()) {
            case OBSERVED ->
                described
                        .answers(CodeNotAccepted.class)
                        .refuses(CodeNotAccepted.class, FAILED, FAILED_TEXT)
                        .build();
            case DOCUMENTED -> described.catalogues(FAILED, FAILED_TEXT).build();
        };
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return spec;
    }

    @Override
    public Response perform(Context context, Request request) {
        Binding binding = Scheme.named(request.schemeName())
                .binding(
                        context.caller().tenant(),
                        MobileNumber.of(request.phoneNumber()).in(destinations));
        boolean passed = given(request)
                .flatMap(code -> verifications.redeemIfRight(context.caller(), binding, code))
                .isPresent();
        if (!passed && options.manners() == Manners.OBSERVED) {
            throw new Refused(new CodeNotAccepted(0));
        }
        return new Response("OK", "Success", true, "", new Model(request.outId(), passed ? "PASS" : "UNKNOWN"));
    }

    /// Nothing for a policy that there is not: it is answered as a wrong code, and nothing is compared or
    /// counted.
    private static Optional<Code> given(Request request) {
        long policy = Objects.requireNonNullElse(request.caseAuthPolicy(), ANY_CASE);
        if (policy == ANY_CASE) {
            return Optional.of(Code.inAnyCase(request.verifyCode()));
        }
        return policy == AS_SENT ? Optional.of(Code.of(request.verifyCode())) : Optional.empty();
    }
}
