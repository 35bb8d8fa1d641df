package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;

/// The parameters of a call that gives a code back. A code of the wrong form is a wrong code, and compared like any.
///
/// @param custSpaceId the space
/// @param phoneNumber country code and number
/// @param verifyCode the code that the number was sent
public record ProofRequest(
        @Field(doc = "The space.", example = "cams-dev-1") String custSpaceId,

        @Field(
                doc = "Country code and number, with or without a leading plus.",
                example = "8613800001234",
                pattern = Written.WHOLE,
                whenMalformed = CamsCodes.PHONE_INVALID)
        String phoneNumber,

        @Field(doc = "The code that the number was sent.", example = "828798", secret = true)
        String verifyCode) {
    /// The number's digits.
    String digits() {
        return Written.digits(phoneNumber);
    }
}
