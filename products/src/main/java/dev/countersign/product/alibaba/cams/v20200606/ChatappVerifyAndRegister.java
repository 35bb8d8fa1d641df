package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.verification.Code;

/// `ChatappVerifyAndRegister`: takes the code that [GetChatappVerifyCode] sent, and registers the number.
public final class ChatappVerifyAndRegister implements Action<ProofRequest, Succeeded> {
    private static final ActionSpec<ProofRequest, Succeeded> SPEC = ActionSpec.action(
                    "ChatappVerifyAndRegister", ProofRequest.class, Succeeded.class)
            .summary("Proves a number that was added by the code that it was sent, and registers it.")
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
    ChatappVerifyAndRegister(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<ProofRequest, Succeeded> spec() {
        return SPEC;
    }

    @Override
    public Succeeded perform(Context context, ProofRequest request) {
        numbers.confirm(
                context.caller(),
                request.custSpaceId(),
                written.whole(request.phoneNumber()),
                Code.of(request.verifyCode()));
        return Succeeded.standard();
    }
}
