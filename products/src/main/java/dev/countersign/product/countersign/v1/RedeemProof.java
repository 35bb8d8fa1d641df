package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.Proofs;
import dev.countersign.proof.Proofs.Presented;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.ProofRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /v1/proofs/redeem`: uses a proof up.
public final class RedeemProof implements Action<RedeemProof.Request, RedeemProof.Answer> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The proof. Its signature is checked here.",
                    example = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
                    pattern = "[A-Za-z0-9_.-]{1,4096}",
                    secret = true)
            @Nullable String proof,

            @Field(
                    doc = "The proof's jti, in place of the proof, from who has checked its signature.",
                    example = "3f1c0f6e-55c1-4f7e-8a1f-0f6a3c0d9e21",
                    pattern = GetVerification.UUID)
            @Nullable String jti,

            @Field(
                    doc = "What is about to be done, field by field: for a proof of an operation. A proof of another"
                            + " operation is refused and stays good.")
            @Nullable OperationView operation) {}

    /// Its answer: the claims of the proof.
    record Answer(
            @Field(doc = "The proof's id.", example = "3f1c0f6e-55c1-4f7e-8a1f-0f6a3c0d9e21")
            String jti,

            @Field(doc = "The UIN of who showed a factor.", example = "100000000011")
            String sub,

            @Field(doc = "login or operation.", example = "login")
            String purpose,

            @Field(doc = "What was given as nonce when the challenge was opened.", example = "n-0S6_WzA2Mj")
            String nonce,

            @Field(doc = "The challenge that was passed.", example = "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21")
            String challenge,

            @Field(doc = "How the factor was shown: sms, tel, otp, wechat or custom.", example = "[\"sms\"]")
            List<String> amr,

            @Field(doc = "When it was shown, in seconds since 1970.", example = "1798761600")
            long authTime,

            @Field(
                    doc = "The hash of the operation's fields.",
                    example = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                    omitted = true)
            @Nullable String opHash) {}

    static final ActionSpec<Request, Answer> SPEC = ActionSpec.action("RedeemProof", Request.class, Answer.class)
            .summary("Uses a proof up: it is accepted once.")
            .perSecond(100)
            .route("POST", "/v1/proofs/redeem", 200, V1Challenges.SCOPE)
            .refuses(
                    ProofRefusal.ProofNotAccepted.class,
                    422,
                    "proof-not-accepted",
                    "The proof is unknown, redeemed, expired, or not one of ours.")
            .refuses(
                    ProofRefusal.OperationDiffers.class,
                    422,
                    "operation-differs",
                    "The proof is about another operation.")
            .refuses(OpeningRefusal.OperationUnfit.class, 422, OpenChallenge.UNFIT, OpenChallenge.UNFIT_TEXT)
            .build();

    private final Proofs proofs;

    RedeemProof(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public ActionSpec<Request, Answer> spec() {
        return SPEC;
    }

    @Override
    public Answer perform(Context context, Request request) {
        ProofClaims claims = proofs.redeem(
                context.caller(), presented(request), OperationView.read(request.operation()), context.idempotency());
        return new Answer(
                claims.id(),
                claims.subject(),
                claims.purpose(),
                claims.nonce(),
                claims.challenge(),
                claims.shown(),
                claims.shownAt().getEpochSecond(),
                claims.operationHash().isEmpty() ? null : claims.operationHash());
    }

    private static Presented presented(Request request) {
        if (request.proof() != null && request.jti() == null) {
            return new Presented.Whole(Secret.of(request.proof()));
        }
        if (request.jti() != null && request.proof() == null) {
            return new Presented.Named(request.jti());
        }
        throw new Refused(
                request.proof() == null
                        ? new CallRefusal.ParameterMissing("proof")
                        : new CallRefusal.ParameterInvalid("jti"));
    }
}
