package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.SpaceNumber;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;

/// `CreateChatappMigrationInitiate`: begins to move a number in.
public final class CreateChatappMigrationInitiate
        implements Action<CreateChatappMigrationInitiate.Request, CreateChatappMigrationInitiate.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "The space.", example = "cams-dev-1")
            String custSpaceId,

            @Field(
                    doc = "The number without its country code.",
                    example = "13900001234",
                    pattern = Written.NATIONAL,
                    whenMalformed = CamsCodes.PHONE_INVALID)
            String mobileNumber,

            @Field(
                    doc = "The country code.",
                    example = "86",
                    pattern = Written.COUNTRY,
                    whenMalformed = CamsCodes.PHONE_INVALID)
            String countryCode) {
        /// The number's digits.
        String digits() {
            return Written.digits(countryCode) + mobileNumber;
        }
    }

    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "SUCCESS")
            String message,

            @Field(doc = "The number.") Data data,
            @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {}

    /// A number that moves in.
    public record Data(
            @Field(doc = "Country code and number.", example = "8613900001234")
            String phoneNumber,

            @Field(doc = "Its id in the space.", example = "82828893332")
            String id,

            @Field(doc = "`MIGRATING`.", example = "MIGRATING")
            String status) {}

    private static final String MIGRATING = "MIGRATING";

    private static final ActionSpec<CreateChatappMigrationInitiate.Request, CreateChatappMigrationInitiate.Response>
            SPEC = ActionSpec.action("CreateChatappMigrationInitiate", Request.class, Response.class)
                    .summary("Begins to move a number into a space from another business account.")
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
    CreateChatappMigrationInitiate(Numbers numbers, Written written) {
        this.numbers = numbers;
        this.written = written;
    }

    @Override
    public ActionSpec<CreateChatappMigrationInitiate.Request, CreateChatappMigrationInitiate.Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        SpaceNumber number = numbers.initiate(
                context.caller(), request.custSpaceId(), written.parts(request.countryCode(), request.mobileNumber()));
        return new Response(
                Cams.OK, Cams.SUCCESS, new Data(number.phone().digits(), number.id(), MIGRATING), Cams.NONE);
    }
}
