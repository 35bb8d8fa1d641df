package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.action.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A challenge as our own API shows it. Where none is required there is a status, and nothing else.
record ChallengeView(
        @Field(
                doc = "not_required, pending, passed, failed, expired or cancelled. Only a redeemed proof tells that"
                        + " the person is the one at your own browser's end.",
                example = "pending")
        String status,

        @Field(doc = "The challenge's id.", example = "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21", omitted = true) @Nullable String id,

        @Field(doc = "The UIN of whom it is put to.", example = "100000000011", omitted = true) @Nullable Long principal,

        @Field(doc = "login or operation.", example = "login", omitted = true) @Nullable String kind,

        @Field(doc = "The operation.", omitted = true) @Nullable OperationView operation,

        @Field(doc = "The factor that is demanded: Phone, Stoken, Wechat, Custom.", example = "Phone", omitted = true)
        @Nullable String method,

        @Field(doc = "Whether the factor must be set up first.", example = "false", omitted = true) @Nullable Boolean enrols,

        @Field(
                doc = "Where to send the browser.",
                example = "https://mfa.example.com/challenge/7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21",
                omitted = true)
        @Nullable String url,

        @Field(doc = "How many wrong answers it still bears.", example = "5", omitted = true) @Nullable Long triesLeft,

        @Field(doc = "When it was opened, UTC.", example = "2027-01-01T00:00:00Z", omitted = true) @Nullable String createdAt,

        @Field(doc = "When it ends by itself, UTC.", example = "2027-01-01T00:10:00Z", omitted = true) @Nullable String expiresAt) {
    /// No challenge.
    static ChallengeView none() {
        return new ChallengeView("not_required", null, null, null, null, null, null, null, null, null, null);
    }

    /// A challenge.
    static ChallengeView of(Challenge challenge, Challenges challenges) {
        return new ChallengeView(
                challenge.status().word(),
                challenge.id(),
                challenge.principal(),
                challenge.asked().kind().word(),
                OperationView.of(challenge.asked().operation()),
                challenge.asked().method().word(),
                challenge.asked().enrols(),
                challenges.page(challenge),
                (long) challenge.progress().triesLeft(),
                written(challenge.createdAt()),
                written(challenge.expiresAt()));
    }

    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
