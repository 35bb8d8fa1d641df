package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.NumberStep;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.SendRefusal;

/// `GetChatappVerifyCode`: sends the code that [ChatappVerifyAndRegister] takes.
public final class GetChatappVerifyCode implements Action<CodeRequest, Succeeded> {
    private static final ActionSpec<CodeRequest, Succeeded> SPEC = ActionSpec.action(
                    "GetChatappVerifyCode", CodeRequest.class, Succeeded.class)
            .summary("Sends a code to a number that was added.")
            .perSecond(Cams.PER_SECOND)
            .about(CodeRequest::digits)
            .answers(SendRefusal.class)
            .answers(NumberRefusal.class)
            .publishes(CamsCodes.SENDING)
            .build();

    private final Numbers numbers;
    private final Written written;

    /// @param numbers moves numbers
    /// @param written reads written numbers
    GetChatappVerifyCode(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<CodeRequest, Succeeded> spec() {
        return SPEC;
    }

    @Override
    public Succeeded perform(Context context, CodeRequest request) {
        numbers.sendCode(
                context.caller(),
                request.custSpaceId(),
                written.whole(request.phoneNumber()),
                NumberStep.ASK_TO_ADD,
                request.channel(),
                request.locale());
        return Succeeded.standard();
    }
}
