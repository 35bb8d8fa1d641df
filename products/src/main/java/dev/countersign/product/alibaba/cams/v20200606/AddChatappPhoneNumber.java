package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;
import org.jspecify.annotations.Nullable;

/// `AddChatappPhoneNumber`: adds a number that is used nowhere yet.
public final class AddChatappPhoneNumber implements Action<AddChatappPhoneNumber.Request, Succeeded> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The number without its country code.",
                    example = "13800001234",
                    pattern = Written.NATIONAL,
                    whenMalformed = CamsCodes.PHONE_INVALID)
            String phoneNumber,

            @Field(doc = "The space.", example = "cams-dev-1")
            String custSpaceId,

            @Field(
                    doc = "The country code.",
                    example = "86",
                    pattern = Written.COUNTRY,
                    whenMalformed = CamsCodes.PHONE_INVALID)
            String cc,

            @Field(
                    doc = "What the number's owner shows as: 1 to 512 characters.",
                    example = "Alibaba",
                    pattern = ".{1,512}")
            String verifiedName,

            @Field(doc = "Taken and ignored.", example = "102039") @Nullable String preValidateId) {
        /// The number's digits.
        String digits() {
            return Written.digits(cc) + phoneNumber;
        }
    }

    private static final ActionSpec<AddChatappPhoneNumber.Request, Succeeded> SPEC = ActionSpec.action(
                    "AddChatappPhoneNumber", Request.class, Succeeded.class)
            .summary("Adds a number that is used nowhere yet to the business account of a space.")
            .perSecond(Cams.PER_SECOND)
            .about(Request::digits)
            .answers(DestinationInvalid.class)
            .answers(NumberRefusal.class)
            .publishes(CamsCodes.NUMBER)
            .build();

    private final Numbers numbers;
    private final Written written;

    /// @param numbers moves numbers
    /// @param written reads written numbers
    AddChatappPhoneNumber(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<AddChatappPhoneNumber.Request, Succeeded> spec() {
        return SPEC;
    }

    @Override
    public Succeeded perform(Context context, Request request) {
        numbers.add(
                context.caller(),
                request.custSpaceId(),
                written.parts(request.cc(), request.phoneNumber()),
                request.verifiedName());
        return Succeeded.standard();
    }
}
