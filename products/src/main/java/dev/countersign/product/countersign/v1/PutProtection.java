package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `PUT /v1/principals/{uin}/protection`: what guards a principal from now on. Beside what the cloud's action can
/// choose, a half can be Custom, Mail, U2FToken or Passkey here; a hardware token can't be chosen, since there are
/// none.
public final class PutProtection implements Action<PutProtection.Request, ProtectionView> {
    /// The words of what a half can be.
    static final String CHOICES = "None|Phone|Stoken|Wechat|Custom|Mail|U2FToken|Passkey";
    /// The same in prose.
    static final String CHOICES_DOC =
            "None, Phone, Stoken, Wechat, Custom, Mail, U2FToken or Passkey; left as it is when left out.";

    /// Its parameters.
    public record Request(
            @Field(doc = "The principal's UIN.", example = "100000000011", inPath = true)
            long uin,

            @Field(doc = "What must be shown at login: " + CHOICES_DOC, example = "Custom", pattern = CHOICES) @Nullable String login,

            @Field(
                    doc = "What must be shown before sensitive operations: " + CHOICES_DOC,
                    example = "Phone",
                    pattern = CHOICES)
            @Nullable String operation,

            @Field(doc = "What happens at a login from an unusual place; left as it is when left out.") @Nullable OffsiteView offsite,

            @Field(doc = "Whether a login offers to trust the device; left as it is when left out.", example = "false")
            @Nullable Boolean promptTrust) {}

    static final ActionSpec<Request, ProtectionView> SPEC = ActionSpec.action(
                    "PutProtection", Request.class, ProtectionView.class)
            .summary("Sets what guards a principal: all of what is given, or nothing.")
            .perSecond(100)
            .route("PUT", "/v1/principals/{uin}/protection", 200, V1Protection.SCOPE)
            .answers(ProtectionRefusal.class)
            .answers(FactorRefusal.class)
            .refuses(ProtectionRefusal.UserUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(ProtectionRefusal.UinInvalid.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    ProtectionRefusal.NotAllowed.class,
                    403,
                    "protection-not-allowed",
                    "This principal's protection may not be changed like this by you.")
            .refuses(FactorRefusal.PhoneNotBound.class, 409, "phone-not-bound", "The user has no bound phone number.")
            .refuses(
                    FactorRefusal.WechatNotBound.class,
                    409,
                    "wechat-not-bound",
                    "The user has no bound WeChat identity.")
            .refuses(FactorRefusal.MailNotBound.class, 409, "mail-not-bound", "The user has no bound e-mail address.")
            .build();

    private final Protections protections;

    PutProtection(Protections protections) {
        this.protections = protections;
    }

    @Override
    public ActionSpec<Request, ProtectionView> spec() {
        return SPEC;
    }

    @Override
    public ProtectionView perform(Context context, Request request) {
        ProtectionChange wanted = new ProtectionChange(
                choice(request.login()),
                choice(request.operation()),
                Optional.ofNullable(request.offsite()).map(OffsiteView::wanted),
                Optional.ofNullable(request.promptTrust()));
        return ProtectionView.of(request.uin(), protections.change(context.caller(), request.uin(), wanted));
    }

    private static Choice choice(@Nullable String word) {
        return word == null ? Choice.keep() : Method.of(word).map(Choice::of).orElseGet(Choice::none);
    }
}
