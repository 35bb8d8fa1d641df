package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;

/// The parameters of a call about one number of a space.
///
/// @param custSpaceId the space
/// @param phoneNumber country code and number
public record NumberRequest(
        @Field(doc = "The space.", example = "cams-dev-1") String custSpaceId,

        @Field(
                doc = "Country code and number, with or without a leading plus.",
                example = "8613800001234",
                pattern = Written.WHOLE,
                whenMalformed = CamsCodes.PHONE_INVALID)
        String phoneNumber) {
    /// The number's digits.
    String digits() {
        return Written.digits(phoneNumber);
    }
}
