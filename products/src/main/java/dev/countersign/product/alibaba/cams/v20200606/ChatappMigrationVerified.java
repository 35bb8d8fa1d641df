package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.verification.Code;

/// `ChatappMigrationVerified`: takes the code that [GetMigrationVerifyCode] sent.
public final class ChatappMigrationVerified implements Action<ProofRequest, NumberAnswer> {
    private static final ActionSpec<ProofRequest, NumberAnswer> SPEC = ActionSpec.action(
                    "ChatappMigrationVerified", ProofRequest.class, NumberAnswer.class)
            .summary("Proves a number that moves in by the code that it was sent.")
            .perSecond(Cams.PER_SECOND)
            .about(ProofRequest::digits)
            .answers(DestinationInvalid.class)
            .answers(NumberRefusal.class)
            .answers(CodeNotAccepted.class)
            .publishes(CamsCodes.CHECKING)
            .build();

    private final Numbers numbers;
    private final Written written;

    /// @param numbers moves numbers
    /// @param written reads written numbers
    ChatappMigrationVerified(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<ProofRequest, NumberAnswer> spec() {
        return SPEC;
    }

    @Override
    public NumberAnswer perform(Context context, ProofRequest request) {
        return NumberAnswer.about(
                numbers.verify(
                        context.caller(),
                        request.custSpaceId(),
                        written.whole(request.phoneNumber()),
                        Code.of(request.verifyCode())),
                Cams.SUCCESS);
    }
}
