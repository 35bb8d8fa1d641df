package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;
import dev.countersign.migration.SpaceNumber;

/// The answer of a call that tells which number it was about.
///
/// @param code always `OK`
/// @param message `None` or `SUCCESS`, as the page of the action has it
/// @param data the number
/// @param accessDeniedDetail always `None`
public record NumberAnswer(
        @Field(doc = "`OK`.", example = "OK") String code,

        @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
        String message,

        @Field(doc = "The number.") Data data,
        @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {
    /// A number.
    ///
    /// @param phoneNumber country code and number
    /// @param id its id in the space
    public record Data(
            @Field(doc = "Country code and number.", example = "8613800001234")
            String phoneNumber,

            @Field(doc = "Its id in the space.", example = "82828893332")
            String id) {}

    /// About that number, with that message.
    static NumberAnswer about(SpaceNumber number, String message) {
        return new NumberAnswer(Cams.OK, message, new Data(number.phone().digits(), number.id()), Cams.NONE);
    }
}
