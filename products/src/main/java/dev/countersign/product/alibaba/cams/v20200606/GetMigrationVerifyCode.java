package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.NumberStep;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.SendRefusal;

/// `GetMigrationVerifyCode`: sends the code that [ChatappMigrationVerified] takes.
public final class GetMigrationVerifyCode implements Action<CodeRequest, NumberAnswer> {
    private static final ActionSpec<CodeRequest, NumberAnswer> SPEC = ActionSpec.action(
                    "GetMigrationVerifyCode", CodeRequest.class, NumberAnswer.class)
            .summary("Sends a code to a number that moves in.")
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
    GetMigrationVerifyCode(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<CodeRequest, NumberAnswer> spec() {
        return SPEC;
    }

    @Override
    public NumberAnswer perform(Context context, CodeRequest request) {
        return NumberAnswer.about(
                numbers.sendCode(
                        context.caller(),
                        request.custSpaceId(),
                        written.whole(request.phoneNumber()),
                        NumberStep.ASK_TO_MIGRATE,
                        request.channel(),
                        request.locale()),
                Cams.NONE);
    }
}
