package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.destination.Channel;
import dev.countersign.gateway.action.Field;
import java.util.Locale;

/// The parameters of a call that asks for a code to be sent.
///
/// @param custSpaceId the space
/// @param phoneNumber country code and number
/// @param locale the language of the message
/// @param method `sms` or `voice`, in any case
public record CodeRequest(
        @Field(doc = "The space.", example = "cams-dev-1") String custSpaceId,

        @Field(
                doc = "Country code and number, with or without a leading plus.",
                example = "8613800001234",
                pattern = Written.WHOLE,
                whenMalformed = CamsCodes.PHONE_INVALID)
        String phoneNumber,

        @Field(
                doc = "The language of the message. One that there is no message in is taken; it comes in English.",
                example = "zh_CN",
                pattern = ".{1,64}")
        String locale,

        @Field(
                doc = "How the code travels: `sms` or `voice`, in any case.",
                example = "sms",
                pattern = "(?i)sms|voice",
                whenMalformed = CamsCodes.METHOD_INVALID)
        String method) {
    /// How the code travels.
    Channel channel() {
        return Channel.of(method.toLowerCase(Locale.ROOT));
    }

    /// The number's digits.
    String digits() {
        return Written.digits(phoneNumber);
    }
}
