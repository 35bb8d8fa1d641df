package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Opening;
import dev.countersign.challenge.Operation;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.OpeningRefusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /v1/challenges`: demands a second factor.
public final class OpenChallenge implements Action<OpenChallenge.Request, ChallengeView> {
    static final String UNFIT = "operation-unfit";
    static final String UNFIT_TEXT =
            "An operation challenge needs an operation with fields that can be shown; a login" + " challenge has none.";

    /// Its parameters.
    public record Request(
            @Field(doc = "The UIN of the user of your tenant whose factor is demanded.", example = "100000000011")
            long principal,

            @Field(doc = "What it guards: login or operation.", example = "login", pattern = "login|operation")
            String kind,

            @Field(doc = "What would be done; for kind operation only.") @Nullable OperationView operation,

            @Field(
                    doc = "Where the browser goes afterwards: an address that your tenant has registered, or one below"
                            + " it.",
                    example = "https://app.example.com/mfa/done",
                    pattern = ".{1,1024}")
            String returnTo,

            @Field(
                    doc = "A text of your own that ties the result to your browser session: it comes back in the"
                            + " address and in the proof.",
                    example = "n-0S6_WzA2Mj",
                    pattern = "[\\x21-\\x7e]{1,128}")
            String nonce,

            @Field(
                    doc = "The language of page and message; en, unless said otherwise, and where there is no other.",
                    example = "en",
                    pattern = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
            @Nullable String locale) {}

    static final ActionSpec<Request, ChallengeView> SPEC = ActionSpec.action(
                    "OpenChallenge", Request.class, ChallengeView.class)
            .summary("Demands a second factor of a user, if the user's protection does.")
            .perSecond(100)
            .route("POST", "/v1/challenges", 200, V1Challenges.SCOPE)
            .answers(OpeningRefusal.class)
            .refuses(OpeningRefusal.SubjectUnknown.class, 422, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    OpeningRefusal.ReturnNotRegistered.class,
                    422,
                    "return-not-registered",
                    "The address to return to is not one that the tenant has registered, nor below one.")
            .refuses(OpeningRefusal.OperationUnfit.class, 422, UNFIT, UNFIT_TEXT)
            .refuses(
                    OpeningRefusal.AuthenticatorMissing.class,
                    422,
                    "authenticator-missing",
                    "The user can't show the factor that the user's protection names.")
            .refuses(
                    OpeningRefusal.CoolingOff.class,
                    429,
                    "cooling-off",
                    "The user's number or address was changed; operations are held back until this has settled.")
            .refuses(
                    OpeningRefusal.NoPublicAddress.class,
                    422,
                    "no-public-address",
                    "This installation has no address for browsers: its operator sets challenge.public-url.")
            .build();

    private final Challenges challenges;

    OpenChallenge(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public ActionSpec<Request, ChallengeView> spec() {
        return SPEC;
    }

    @Override
    public ChallengeView perform(Context context, Request request) {
        Opening opening = new Opening(
                request.principal(),
                Kind.of(request.kind()).orElseThrow(),
                OperationView.read(request.operation()).orElse(Operation.NONE),
                new Challenge.Return(request.returnTo(), request.nonce()),
                Objects.requireNonNullElse(request.locale(), "en"),
                context.idempotency());
        return challenges
                .open(context.caller(), opening)
                .map(opened -> ChallengeView.of(opened, challenges))
                .orElseGet(ChallengeView::none);
    }
}
