package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.Changes;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /v1/principals/{uin}/authenticators/changes`: begins to give a principal another number or address,
/// or its first.
public final class StartChange implements Action<StartChange.Request, ChangeView> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(doc = "What is changed: phone or mail.", example = "phone", pattern = "phone|mail")
            String kind,

            @Field(
                    doc = "The new phone number in international form, or e-mail address.",
                    example = "+85261234599",
                    pattern = ".{1,254}")
            String to,

            @Field(
                    doc = "How the code to the new one travels: sms (numbers, unless said otherwise), voice, or email.",
                    example = "sms",
                    pattern = "sms|voice|email")
            @Nullable String channel,

            @Field(
                    doc = "The language of the messages; en, unless said otherwise, and where there is no other.",
                    example = "en",
                    pattern = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
            @Nullable String locale) {}

    static final ActionSpec<Request, ChangeView> SPEC = ActionSpec.action(
                    "StartChange", Request.class, ChangeView.class)
            .summary("Begins a change of a user's number or address: sends a code there, and one to the current factor"
                    + " where that is a number or address. The same again sends the codes again.")
            .perSecond(100)
            .route("POST", "/v1/principals/{uin}/authenticators/changes", 201, V1Authenticators.SCOPE)
            .about(request ->
                    request.to().contains("@") ? request.to() : request.to().replaceAll("[^0-9]", ""))
            .answers(SendRefusal.class)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.AlreadyBound.class,
                    409,
                    "already-bound",
                    "This is the user's number or address already.")
            .refuses(
                    AuthenticatorRefusal.ChangeContended.class,
                    409,
                    "change-contended",
                    "Another change of the same user is made just now. Try again.")
            .refuses(SendRefusal.PrincipalUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .publishes(SendProblems.ALL)
            .build();

    private final Changes changes;
    private final Destinations destinations;

    StartChange(Changes changes, Destinations destinations) {
        this.changes = changes;
        this.destinations = destinations;
    }

    @Override
    public ActionSpec<Request, ChangeView> spec() {
        return SPEC;
    }

    @Override
    public ChangeView perform(Context context, Request request) {
        Destination to = destinations.written(request.to());
        if (!kind(to).equals(request.kind())) {
            throw new Refused(new CallRefusal.ParameterInvalid("kind"));
        }
        Channel channel = request.channel() == null ? Changes.usual(to) : Channel.of(request.channel());
        if (!channel.reaches(to)) {
            throw new Refused(new CallRefusal.ParameterInvalid("channel"));
        }
        return ChangeView.of(changes.start(
                context.caller(),
                request.uin(),
                new Changes.Wanted(
                        to, channel, Objects.requireNonNullElse(request.locale(), "en"), context.idempotency())));
    }

    private static String kind(Destination to) {
        return Channel.EMAIL.reaches(to) ? "mail" : "phone";
    }
}
