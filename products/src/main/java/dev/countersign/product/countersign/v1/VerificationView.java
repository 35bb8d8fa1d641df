package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A verification as our own API shows it: never its code, and its destination masked.
record VerificationView(
        @Field(doc = "The verification's id.", example = "01890a5d-ac96-774b-bcce-b302099a8057")
        String id,

        @Field(doc = "Where the code went, masked.", example = "+852******67")
        String to,

        @Field(doc = "How the code last travelled: sms, voice or email.", example = "sms")
        String channel,

        @Field(doc = "What the code is good for.", example = "login")
        String purpose,

        @Field(doc = "The locale that was asked for.", example = "fr")
        String locale,

        @Field(doc = "The language of the message: English where there is none of the locale.", example = "en")
        String language,

        @Field(doc = "The UIN of the user that it is about.", example = "100000000011", omitted = true) @Nullable Long principal,

        @Field(doc = "pending, redeemed, expired, failed or replaced.", example = "pending")
        String status,

        @Field(doc = "When the code was made, UTC.", example = "2027-01-01T00:00:00Z")
        String createdAt,

        @Field(doc = "When the code ends, UTC.", example = "2027-01-01T00:10:00Z")
        String expiresAt,

        @Field(doc = "How many wrong codes it still bears.", example = "5")
        long triesLeft,

        @Field(
                doc =
                        "Where its newest message stands, when asked for by id: due, handed, delivered, undelivered, failed,"
                                + " expired or dropped.",
                example = "delivered",
                omitted = true)
        @Nullable String delivery) {
    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.id(),
                verification.binding().destination().masked(),
                verification.channel().word(),
                verification.binding().purpose().name(),
                verification.locale(),
                verification.language().word(),
                verification.binding().principal().orElse(null),
                verification.status().word(),
                written(verification.createdAt()),
                written(verification.expiresAt()),
                verification.triesLeft(),
                null);
    }

    /// The same, saying where its newest message stands.
    VerificationView with(Optional<String> state) {
        return new VerificationView(
                id,
                to,
                channel,
                purpose,
                locale,
                language,
                principal,
                status,
                createdAt,
                expiresAt,
                triesLeft,
                state.orElse(null));
    }

    /// ISO 8601 in UTC, to the second.
    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
