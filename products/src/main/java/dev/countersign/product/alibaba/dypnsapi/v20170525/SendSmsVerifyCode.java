package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Demand;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.Terms;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import org.jspecify.annotations.Nullable;

/// `SendSmsVerifyCode`: sends the code that [CheckSmsVerifyCode] uses up.
public final class SendSmsVerifyCode implements Action<SendSmsVerifyCode.Request, SendSmsVerifyCode.Response> {
    /// What names and ids may be.
    static final String SHORT_TEXT = ".{1,128}";

    private static final String FREQUENCY = "biz.FREQUENCY";
    private static final String FREQUENCY_TEXT = "check frequency failed";
    private static final String FREQUENCY_FAIL = "FREQUENCY_FAIL";
    private static final String FREQUENCY_FAIL_TEXT = "Check frequency fail.";
    private static final String LIMIT = "BUSINESS_LIMIT_CONTROL";
    private static final String LIMIT_TEXT = "The number has exceeded the limit for the day.";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "A mobile number of mainland China, with or without `86`, `+86` or `0086`.",
                    example = "13800001234",
                    pattern = MobileNumber.PATTERN,
                    whenMalformed = MobileNumber.ILLEGAL)
            String phoneNumber,

            @Field(
                    doc = "The signature. The installation's own sender is what is sent.",
                    example = "Countersign",
                    pattern = SHORT_TEXT,
                    whenMalformed = DypnsErrors.INVALID)
            String signName,

            @Field(
                    doc = "The template. The installation's own wording is what is sent, in Chinese.",
                    example = "SMS_1",
                    pattern = SHORT_TEXT,
                    whenMalformed = DypnsErrors.INVALID)
            String templateCode,

            @Field(
                    doc = "A JSON object. Where one of its members is `##code##`, a fresh code is made; else the member"
                            + " `code`, 1 to 32 letters and digits, is sent as it stands and can't be checked.",
                    example = "{\"code\":\"##code##\"}",
                    pattern = "(?s).{1,1000}",
                    whenMalformed = DypnsErrors.INVALID)
            String templateParam,

            @Field(doc = "86, the only one.", example = "86", pattern = "86", whenMalformed = DypnsErrors.INVALID)
            @Nullable String countryCode,

            @Field(
                    doc = "What the code is good for, 1 to 20 characters; it is refused in every other scheme.",
                    example = "login",
                    pattern = Scheme.PATTERN,
                    whenMalformed = DypnsErrors.INVALID)
            @Nullable String schemeName,

            @Field(
                    doc = "Accepted, and not used.",
                    example = "1213",
                    pattern = "[0-9]{1,20}",
                    whenMalformed = DypnsErrors.INVALID)
            @Nullable String smsUpExtendCode,

            @Field(
                    doc = "An id of the caller's own, which is answered.",
                    example = "order-7",
                    pattern = SHORT_TEXT,
                    whenMalformed = DypnsErrors.INVALID)
            @Nullable String outId,

            @Field(
                    doc = "How many signs a fresh code has: 6, which is the default, to 8. From 4, which is the default"
                            + " then, with `alibaba.vendor-parity`.",
                    example = "6")
            @Nullable Long codeLength,

            @Field(
                    doc = "What a fresh code is made of: 1 digits, the default; 2 capitals; 3 small letters; 4 both; 5"
                            + " digits and capitals; 6 digits and small letters; 7 all of them.",
                    example = "1")
            @Nullable Long codeType,

            @Field(
                    doc = "How many seconds the code is valid: 300 by default, 600 at the most. 86,400 at the most with"
                            + " `alibaba.vendor-parity`.",
                    example = "300")
            @Nullable Long validTime,

            @Field(
                    doc = "The least seconds since the last send to this number for this scheme: 60 by default, 86,400"
                            + " at the most. It never shortens `verification.quiet-period`.",
                    example = "60")
            @Nullable Long interval,

            @Field(
                    doc = "1 when the new code ends the earlier ones, which is the default; 2 when they stay valid"
                            + " until they expire: the last one, since at most two codes live at a time.",
                    example = "1")
            @Nullable Long duplicatePolicy,

            @Field(
                    doc = "Whether the code is answered. Only to tenants that `alibaba.return-code-to` lists.",
                    example = "false")
            @Nullable Boolean returnVerifyCode,

            @Field(
                    doc = "1 or 0, accepted and not used: a message is handed over again until a carrier takes it or"
                            + " the code ends.",
                    example = "1")
            @Nullable Long autoRetry) {}

    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`Success`.", example = "Success") String message,

            @Field(doc = "Always true.", example = "true") boolean success,

            @Field(doc = "Empty.") String accessDeniedDetail,

            @Field(doc = "What was sent.") Model model) {}

    /// What was sent.
    public record Model(
            @Field(
                    doc = "The code, where it was asked for; else left out.",
                    example = "208393",
                    secret = true,
                    omitted = true)
            @Nullable String verifyCode,

            @Field(doc = "The id of the call.", example = "CC3BB6D2-2FDF-4321-9DCE-B38165CE4C47")
            String requestId,

            @Field(doc = "What was sent as `OutId`; left out when nothing was.", example = "order-7", omitted = true)
            @Nullable String outId,

            @Field(
                    doc = "Id of the verification, which our own API reads.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057")
            String bizId) {}

    private final Verifications verifications;
    private final Destinations destinations;
    private final DypnsOptions options;
    private final ActionSpec<Request, Response> spec;

    SendSmsVerifyCode(Verifications verifications, Destinations destinations, DypnsOptions options) {
        this.verifications = verifications;
        this.destinations = destinations;
        this.options = options;
        this.spec = spec(options.manners());
    }

    private static ActionSpec<Request, Response> spec(Manners manners) {
        ActionSpec.Builder<Request, Response> described = ActionSpec.action(
                        "SendSmsVerifyCode", Request.class, Response.class)
                .summary("Sends a code to a mobile number of mainland China.")
                .perSecond(Dypnsapi.PER_SECOND)
                .about(request -> MobileNumber.of(request.phoneNumber()).digits())
                .answers(SendRefusal.class)
                .publishes(DypnsErrors.SHARED)
                .refuses(CallRefusal.Malformed.class, DypnsErrors.INVALID, DypnsErrors.INVALID_TEXT)
                .refuses(SendRefusal.PrincipalUnknown.class, DypnsErrors.INVALID, DypnsErrors.INVALID_TEXT)
                .refuses(AreaNotServed.class, DypnsErrors.NOT_OPENED, DypnsErrors.NOT_OPENED_TEXT)
                .refuses(SendRefusal.ChannelNotServed.class, DypnsErrors.NOT_OPENED, DypnsErrors.NOT_OPENED_TEXT)
                .refuses(SendRefusal.SendQuotaSpent.class, LIMIT, LIMIT_TEXT)
                .refuses(AccountsPerNumberReached.class, LIMIT, LIMIT_TEXT);
        return switch (manners) {
            case OBSERVED ->
                described
                        .refuses(SendRefusal.ResendTooSoon.class, 200, FREQUENCY, FREQUENCY_TEXT)
                        .catalogues(FREQUENCY_FAIL, FREQUENCY_FAIL_TEXT)
                        .build();
            case DOCUMENTED ->
                described
                        .refuses(SendRefusal.ResendTooSoon.class, FREQUENCY_FAIL, FREQUENCY_FAIL_TEXT)
                        .catalogues(FREQUENCY, FREQUENCY_TEXT)
                        .build();
        };
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return spec;
    }

    @Override
    public Response perform(Context context, Request request) {
        Caller caller = context.caller();
        boolean returned = Boolean.TRUE.equals(request.returnVerifyCode());
        if (returned && !options.returnsTo(caller.tenant())) {
            throw new Refused(new CallRefusal.NotSubscribed("ReturnVerifyCode"));
        }
        Terms terms = AskedTerms.of(request, options.terms());
        PhoneNumber phone = MobileNumber.of(request.phoneNumber()).in(destinations);
        PreparedCode prepared = verifications.prepare(Demand.on(
                terms,
                Scheme.named(request.schemeName()).binding(caller.tenant(), phone, terms.content()),
                Channel.SMS,
                "zh-CN",
                caller));
        Verification sent = verifications.issue(prepared);
        return new Response(
                "OK",
                "Success",
                true,
                "",
                new Model(
                        returned ? prepared.code().secret().reveal() : null,
                        caller.request().text(),
                        request.outId(),
                        sent.id()));
    }
}
