package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Customers;
import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.SendRefusal;

/// `SendVerifyCode`: sends the code that [CreateAccount] spends.
public final class SendVerifyCode implements Action<SendVerifyCode.Request, SendVerifyCode.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Country code, without plus. 7, 380 and 86 are not served.",
                    example = "852",
                    pattern = "[1-9][0-9]{0,2}",
                    whenMalformed = "InvalidParameterValue")
            String countryCode,

            @Field(
                    doc = "Mobile number, without the country code: 1 to 32 digits.",
                    example = "18888888888",
                    pattern = "[0-9]{1,32}",
                    whenMalformed = "InvalidParameterValue")
            String phoneNum) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "SendVerifyCode", Request.class, Response.class)
            .summary("Sends a verification code for account registration.")
            .perSecond(20)
            .about(request -> request.countryCode() + request.phoneNum())
            .answers(SendRefusal.class)
            .refuses(
                    AccountsPerNumberReached.class,
                    "FailedOperation.PhoneBindUpper",
                    "The number of registered accounts for the current mobile number has reached the maximum limit."
                            + " Please change the phone number and try again.")
            .refuses(
                    SendRefusal.SendQuotaSpent.class,
                    "FailedOperation.SendVerifyCodeLimit",
                    "Verification codes are sent too frequently. Please try again later.")
            .refuses(
                    SendRefusal.ResendTooSoon.class,
                    "FailedOperation.SendVerifyCodeLimit60",
                    "The interval for sending SMS verification codes should be greater than 60 seconds."
                            + " Please try again later.")
            .refuses(DestinationInvalid.class, "InvalidParameterValue", "Invalid parameter value.")
            .refuses(SendRefusal.PrincipalUnknown.class, "InvalidParameterValue", "Invalid parameter value.")
            .refuses(
                    AreaNotServed.class,
                    "InvalidParameterValue.UnSupportArea",
                    "The current region does not support creating a Tencent Cloud International account.")
            .refuses(
                    SendRefusal.ChannelNotServed.class,
                    "ServiceUnavailable",
                    "Service is temporarily unavailable: no carrier is configured for text messages.")
            .build();

    private final Customers customers;
    private final Destinations destinations;

    /// @param customers sends the code
    /// @param destinations normalises the number
    public SendVerifyCode(Customers customers, Destinations destinations) {
        this.customers = customers;
        this.destinations = destinations;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        customers.sendCode(
                context.caller(),
                destinations.phone(request.countryCode(), request.phoneNum()),
                context.language().startsWith("zh") ? "zh-CN" : "en");
        return new Response();
    }
}
