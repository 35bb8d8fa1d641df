package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Customer;
import dev.countersign.customer.Customers;
import dev.countersign.customer.NewCustomer;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.RegistrationRefusal;
import dev.countersign.value.Secret;
import dev.countersign.verification.Code;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `CreateAccount`: spends the code of [SendVerifyCode] and creates a customer account, bound to the caller.
///
/// The texts that repeat their code are the vendor's: its table has no others.
public final class CreateAccount implements Action<CreateAccount.Request, CreateAccount.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Account type of the new customer: `personal` or `company`.",
                    example = "personal",
                    whenEmpty = "InvalidParameterValue.AccountTypeEmpty")
            String accountType,

            @Field(
                    doc = "E-mail address to register.",
                    example = "account@example.com",
                    pattern = MailAddress.PATTERN,
                    whenEmpty = "InvalidParameterValue.MailEmpty",
                    whenMalformed = "InvalidParameter.MailFormatIncorrect")
            String mail,

            @Field(
                    doc = "Password: 8 to 20 characters, with digits, letters and symbols of `!@#$%^&*()`; no space.",
                    example = "ABCabc123!",
                    pattern = "[!-~]{8,20}",
                    secret = true,
                    whenEmpty = "InvalidParameterValue.PasswordEmpty",
                    whenMalformed = "InvalidParameter.PasswordFormatIncorrect")
            String password,

            @Field(doc = "The same password again.", example = "ABCabc123!", secret = true)
            String confirmPassword,

            @Field(
                    doc = "Mobile number, without the country code: 1 to 32 digits. It may hold 5 accounts.",
                    example = "18888888888",
                    pattern = "[0-9]{1,32}",
                    whenEmpty = "InvalidParameterValue.PhoneNumEmpty",
                    whenMalformed = "InvalidParameter.PhoneNumFormatIncorrect")
            String phoneNum,

            @Field(
                    doc = "Country code, without plus. 7, 380 and 86 are not served.",
                    example = "852",
                    pattern = "[1-9][0-9]{0,2}",
                    whenEmpty = "InvalidParameterValue.CountryCodeEmpty",
                    whenMalformed = "InvalidParameter.CountryCodeFormatIncorrect")
            String countryCode,

            @Field(
                    doc = "ISO 3166-1 alpha-2 code of the country or region; it must have that country code.",
                    example = "HK",
                    pattern = "[A-Z]{2}",
                    whenEmpty = "InvalidParameterValue.AreaEmpty",
                    whenMalformed = "InvalidParameter.AreaFormatIncorrect")
            String area,

            @Field(
                    doc = "The code that SendVerifyCode sent.",
                    example = "364928",
                    pattern = "[0-9]{6,8}",
                    secret = true,
                    whenMalformed = "FailedOperation.VerificationCodeIllegal")
            String verifyCode,

            @Field(
                    doc = "Layer-1 industry id, from GetTradeConfigList.",
                    example = "kghy_01",
                    whenEmpty = "InvalidParameterValue.TradeInfoEmpty")
            String tradeOne,

            @Field(
                    doc = "Layer-2 industry id, from GetTradeConfigList.",
                    example = "kghy_0101",
                    whenEmpty = "InvalidParameterValue.TradeInfoEmpty")
            String tradeTwo,

            @Field(doc = "Free text, at most 1,024 characters.", pattern = "(?s).{0,1024}") @Nullable String extended,

            @Field(
                    doc = "Customer name: 2 to 200 characters, not only digits.",
                    example = "Example Ltd.",
                    pattern = "(?![0-9]+$)[^\\p{Cntrl}]{2,200}")
            @Nullable String customerName) {}

    /// Its answer.
    public record Response(
            @Field(doc = "UIN of the new account, as a string.", example = "200000123456")
            String uin,

            @Field(doc = "Result of binding the account to the caller.", example = "success")
            String reason) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "CreateAccount", Request.class, Response.class)
            .summary("Creates a customer account with a verified mobile number and binds it to the calling partner.")
            .perSecond(5)
            .about(request -> request.countryCode() + request.phoneNum())
            .answers(RegistrationRefusal.class)
            .catalogues("AuthFailure", "CAM signature/authentication error.")
            .refuses(
                    RegistrationRefusal.CustomersPerPartnerReached.class,
                    "FailedOperation.ExceedMaxBindCount",
                    "The maximum number of bindable sub-accounts has been exceeded.")
            .refuses(
                    RegistrationRefusal.MailRegistered.class,
                    "FailedOperation.MailIsRegistered",
                    "FailedOperation.MailIsRegistered")
            .refuses(
                    AccountsPerNumberReached.class,
                    "FailedOperation.PhoneBindUpper",
                    "The number of registered accounts for the current mobile number has reached the maximum limit."
                            + " Please change the phone number and try again.")
            .refuses(
                    RegistrationRefusal.TradeMismatch.class,
                    "FailedOperation.TradeInfoIncorrect",
                    "The primary industry id and secondary industry id do not match.")
            .refuses(CodeNotAccepted.class, "FailedOperation.VerificationCodeIllegal", "Incorrect verification code.")
            .catalogues("InternalError", "Internal error.")
            .refuses(
                    RegistrationRefusal.AccountTypeUnknown.class,
                    "InvalidParameter.AccountTypeContentIncorrect",
                    "InvalidParameter.AccountTypeContentIncorrect")
            .refuses(
                    RegistrationRefusal.AreaMismatch.class,
                    "InvalidParameter.AreaContentIncorrect",
                    "InvalidParameter.AreaContentIncorrect")
            .publishes("InvalidParameter.AreaFormatIncorrect", "InvalidParameter.AreaFormatIncorrect")
            .refuses(
                    RegistrationRefusal.PasswordsDiffer.class,
                    "InvalidParameter.ConfirmPasswordContentIncorrect",
                    "InvalidParameter.ConfirmPasswordContentIncorrect")
            .refuses(
                    RegistrationRefusal.CountryCodeUnknown.class,
                    "InvalidParameter.CountryCodeContentIncorrect",
                    "InvalidParameter.CountryCodeContentIncorrect")
            .publishes("InvalidParameter.CountryCodeFormatIncorrect", "InvalidParameter.CountryCodeFormatIncorrect")
            .publishes("InvalidParameter.MailFormatIncorrect", "InvalidParameter.MailFormatIncorrect")
            .refuses(
                    RegistrationRefusal.PasswordWeak.class,
                    "InvalidParameter.PasswordContentIncorrect",
                    "InvalidParameter.PasswordContentIncorrect")
            .publishes("InvalidParameter.PasswordFormatIncorrect", "InvalidParameter.PasswordFormatIncorrect")
            .refuses(
                    DestinationInvalid.class,
                    "InvalidParameter.PhoneNumFormatIncorrect",
                    "InvalidParameter.PhoneNumFormatIncorrect")
            .publishes("InvalidParameterValue.AccountTypeEmpty", "InvalidParameterValue.AccountTypeEmpty")
            .publishes("InvalidParameterValue.AreaEmpty", "InvalidParameterValue.AreaEmpty")
            .publishes("InvalidParameterValue.CountryCodeEmpty", "InvalidParameterValue.CountryCodeEmpty")
            .publishes("InvalidParameterValue.MailEmpty", "InvalidParameterValue.MailEmpty")
            .publishes("InvalidParameterValue.PasswordEmpty", "InvalidParameterValue.PasswordEmpty")
            .publishes("InvalidParameterValue.PhoneNumEmpty", "InvalidParameterValue.PhoneNumEmpty")
            .publishes(
                    "InvalidParameterValue.TradeInfoEmpty",
                    "The primary industry id or secondary industry id is empty.")
            .refuses(
                    AreaNotServed.class,
                    "InvalidParameterValue.UnSupportArea",
                    "The current region does not support creating a Tencent Cloud International account.")
            .publishes("UnauthorizedOperation", "Unauthorized operation.")
            .build();

    private final Customers customers;
    private final Destinations destinations;

    /// @param customers creates the account
    /// @param destinations normalises the number
    public CreateAccount(Customers customers, Destinations destinations) {
        this.customers = customers;
        this.destinations = destinations;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        customers.requireCountry(request.countryCode());
        PhoneNumber phone = destinations.phone(request.countryCode(), request.phoneNum());
        Customer created = customers.register(
                context.caller(),
                new NewCustomer(
                        request.accountType(),
                        new MailAddress(request.mail()),
                        Secret.of(request.password()),
                        Secret.of(request.confirmPassword()),
                        phone,
                        request.area(),
                        Code.of(request.verifyCode()),
                        request.tradeOne(),
                        request.tradeTwo(),
                        Objects.requireNonNullElse(request.customerName(), ""),
                        Objects.requireNonNullElse(request.extended(), "")));
        return new Response(Long.toString(created.uin()), "success");
    }
}
