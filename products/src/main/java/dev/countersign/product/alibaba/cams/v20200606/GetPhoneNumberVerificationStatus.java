package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.SpaceNumber;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;

/// `GetPhoneNumberVerificationStatus`: whether a number is proven.
public final class GetPhoneNumberVerificationStatus
        implements Action<NumberRequest, GetPhoneNumberVerificationStatus.Response> {
    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
            String message,

            @Field(doc = "The number.") Data data,
            @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {}

    /// A number and its proof.
    public record Data(
            @Field(doc = "`VERIFIED`, or `NOT_VERIFIED`.", example = "VERIFIED")
            String codeVerificationStatus,

            @Field(doc = "Country code and number.", example = "8613900001234")
            String phoneNumber,

            @Field(doc = "Its id in the space.", example = "82828893332")
            String id) {}

    private static final ActionSpec<NumberRequest, GetPhoneNumberVerificationStatus.Response> SPEC = ActionSpec.action(
                    "GetPhoneNumberVerificationStatus", NumberRequest.class, Response.class)
            .summary("Tells whether a code proved a number in the last 14 days.")
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
    GetPhoneNumberVerificationStatus(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<NumberRequest, GetPhoneNumberVerificationStatus.Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, NumberRequest request) {
        SpaceNumber number =
                numbers.find(context.caller(), request.custSpaceId(), written.whole(request.phoneNumber()));
        return new Response(
                Cams.OK,
                Cams.NONE,
                new Data(
                        StatusWords.proof(numbers.proven(number)),
                        number.phone().digits(),
                        number.id()),
                Cams.NONE);
    }
}
