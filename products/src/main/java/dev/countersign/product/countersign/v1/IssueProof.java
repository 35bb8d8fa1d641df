package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.proof.Proofs;
import dev.countersign.refusal.ProofRefusal;
import dev.countersign.value.Secret;

/// `POST /v1/proofs`: exchanges a result code for a signed proof.
public final class IssueProof implements Action<IssueProof.Request, IssueProof.Answer> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The result code that the browser brought back.",
                    example = "qW3c0vJ8m1bE5yZ2tR7uK4nX9aL6dS0fG1hP3jQ8wUo",
                    pattern = "[A-Za-z0-9_-]{1,128}",
                    whenMalformed = "result-code-not-accepted",
                    secret = true)
            String code) {}

    /// Its answer.
    record Answer(
            @Field(
                    doc = "The proof: a JWT, signed with ES256 by a key of /.well-known/jwks.json, good for 300"
                            + " seconds and one redemption.",
                    example = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
                    secret = true)
            String proof) {}

    static final ActionSpec<Request, Answer> SPEC = ActionSpec.action("IssueProof", Request.class, Answer.class)
            .summary("Exchanges the result code of a passed challenge for a signed proof, once.")
            .perSecond(100)
            .route("POST", "/v1/proofs", 201, V1Challenges.SCOPE)
            .refuses(
                    ProofRefusal.ResultCodeNotAccepted.class,
                    422,
                    "result-code-not-accepted",
                    "The result code is unknown, used, or older than a minute.")
            .build();

    private final Proofs proofs;

    IssueProof(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public ActionSpec<Request, Answer> spec() {
        return SPEC;
    }

    @Override
    public Answer perform(Context context, Request request) {
        return new Answer(proofs.exchange(context.caller(), Secret.of(request.code()), context.idempotency())
                .reveal());
    }
}
