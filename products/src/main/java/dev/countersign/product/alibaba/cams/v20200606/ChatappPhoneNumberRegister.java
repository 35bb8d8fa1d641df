package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;

/// `ChatappPhoneNumberRegister`: registers a number that is proven.
public final class ChatappPhoneNumberRegister implements Action<NumberRequest, Succeeded> {
    private static final ActionSpec<NumberRequest, Succeeded> SPEC = ActionSpec.action(
                    "ChatappPhoneNumberRegister", NumberRequest.class, Succeeded.class)
            .summary("Registers a number that a code proved in the last 14 days.")
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
    ChatappPhoneNumberRegister(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<NumberRequest, Succeeded> spec() {
        return SPEC;
    }

    @Override
    public Succeeded perform(Context context, NumberRequest request) {
        numbers.register(context.caller(), request.custSpaceId(), written.whole(request.phoneNumber()));
        return Succeeded.standard();
    }
}
