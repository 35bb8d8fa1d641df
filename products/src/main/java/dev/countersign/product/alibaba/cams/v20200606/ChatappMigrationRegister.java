package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;

/// `ChatappMigrationRegister`: completes a move.
public final class ChatappMigrationRegister implements Action<NumberRequest, Done> {
    private static final ActionSpec<NumberRequest, Done> SPEC = ActionSpec.action(
                    "ChatappMigrationRegister", NumberRequest.class, Done.class)
            .summary("Completes the move of a number: it is connected here, and leaves the space that had it.")
            .perSecond(Cams.PER_SECOND)
            .about(NumberRequest::digits)
            .answers(DestinationInvalid.class)
            .answers(NumberRefusal.class)
            .publishes(CamsCodes.NUMBER)
            .build();

    private final Numbers numbers;
    private final Written written;

    /// @param numbers moves numbers
    /// @param written reads written numbers
    ChatappMigrationRegister(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<NumberRequest, Done> spec() {
        return SPEC;
    }

    @Override
    public Done perform(Context context, NumberRequest request) {
        numbers.complete(context.caller(), request.custSpaceId(), written.whole(request.phoneNumber()));
        return Done.saying(Cams.SUCCESS);
    }
}
