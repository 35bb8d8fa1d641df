package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.SpaceUnknown;

/// `ChatappSyncPhoneNumber`: the numbers of a space, as the network has them. There is no network behind this one whose
/// word could differ, so that nothing changes by it.
public final class ChatappSyncPhoneNumber implements Action<ChatappSyncPhoneNumber.Request, NumberList> {
    /// Its parameters.
    public record Request(
            @Field(doc = "The space.", example = "cams-dev-1")
            String custSpaceId) {}

    private static final ActionSpec<Request, NumberList> SPEC = ActionSpec.action(
                    "ChatappSyncPhoneNumber", Request.class, NumberList.class)
            .summary("Lists the numbers of a space as they stand now.")
            .perSecond(Cams.PER_SECOND)
            .answers(SpaceUnknown.class)
            .publishes(CamsCodes.READING)
            .build();

    private final Numbers numbers;

    /// @param numbers lists numbers
    ChatappSyncPhoneNumber(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public ActionSpec<Request, NumberList> spec() {
        return SPEC;
    }

    @Override
    public NumberList perform(Context context, Request request) {
        return NumberList.of(
                numbers.of(context.caller(), request.custSpaceId()).stream()
                        .map(number -> NumberList.Item.of(number, numbers, null))
                        .toList(),
                Cams.NONE);
    }
}
