package dev.countersign.product.countersign.v1;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verifications;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /v1/verifications`: sends a code.
public final class StartVerification implements Action<StartVerification.Request, VerificationView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "A phone number in international form, or an e-mail address.",
                    example = "+85261234567",
                    pattern = ".{1,254}")
            String to,

            @Field(
                    doc = "How the code travels: sms (numbers, unless said otherwise), voice, or email (addresses).",
                    example = "sms",
                    pattern = "sms|voice|email")
            @Nullable String channel,

            @Field(
                    doc = "What the code is good for, a name of your own; it is refused for every other. login, unless "
                            + "said otherwise.",
                    example = "login",
                    pattern = "[a-z][a-z0-9-]{0,31}")
            @Nullable String purpose,

            @Field(
                    doc = "The language of the message; en, unless said otherwise, and where there is no other.",
                    example = "en",
                    pattern = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
            @Nullable String locale,

            @Field(
                    doc = "The UIN of the user of your tenant that this is about: sends and failures then count for "
                            + "that user, not for the destination.",
                    example = "100000000011")
            @Nullable Long principal) {}

    static final ActionSpec<Request, VerificationView> SPEC = ActionSpec.action(
                    "StartVerification", Request.class, VerificationView.class)
            .summary("Sends a code to a phone number or an e-mail address.")
            .perSecond(100)
            .route("POST", "/v1/verifications", 201, CountersignV1.SCOPE)
            .about(request ->
                    request.to().contains("@") ? request.to() : request.to().replaceAll("[^0-9]", ""))
            .answers(SendRefusal.class)
            .refuses(SendRefusal.PrincipalUnknown.class, 422, "principal-unknown", "The tenant has no such user.")
            .publishes(SendProblems.ALL)
            .build();

    private final Verifications verifications;
    private final Destinations destinations;
    private final TenantStore tenants;

    StartVerification(Verifications verifications, Destinations destinations, TenantStore tenants) {
        this.verifications = verifications;
        this.destinations = destinations;
        this.tenants = tenants;
    }

    @Override
    public ActionSpec<Request, VerificationView> spec() {
        return SPEC;
    }

    @Override
    public VerificationView perform(Context context, Request request) {
        Destination destination = destinations.written(request.to());
        Channel channel = channel(request, destination);
        Optional<Long> principal =
                Optional.ofNullable(request.principal()).map(uin -> principal(context.caller(), uin));
        Purpose purpose = new Purpose(Objects.requireNonNullElse(request.purpose(), Purpose.LOGIN.name()));
        Binding binding = new Binding(context.caller().tenant().id(), purpose, destination, principal, "");
        return VerificationView.of(verifications.issue(new Demand(
                binding,
                channel,
                Objects.requireNonNullElse(request.locale(), "en"),
                context.caller(),
                context.idempotency())));
    }

    private Channel channel(Request request, Destination destination) {
        Channel channel = request.channel() == null ? usual(destination) : Channel.of(request.channel());
        if (!channel.reaches(destination)) {
            throw new Refused(new CallRefusal.ParameterInvalid("channel"));
        }
        return channel;
    }

    private long principal(Caller caller, long uin) {
        return tenants.principal(caller.tenant().id(), uin)
                .map(Principal::uin)
                .orElseThrow(() -> new Refused(new SendRefusal.PrincipalUnknown()));
    }

    private static Channel usual(Destination destination) {
        return switch (destination) {
            case PhoneNumber phone -> Channel.SMS;
            case MailAddress mail -> Channel.EMAIL;
        };
    }
}
