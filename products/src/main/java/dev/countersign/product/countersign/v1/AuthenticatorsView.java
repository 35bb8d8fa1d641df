package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Authenticators.Holdings;
import dev.countersign.destination.Destination;
import dev.countersign.gateway.action.Field;
import dev.countersign.verification.FailureCount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a principal has, as our own API shows it: numbers and addresses masked.
record AuthenticatorsView(
        @Field(doc = "The principal's UIN.", example = "100000000011")
        long uin,

        @Field(doc = "Its bound phone number.", omitted = true) @Nullable Reached phone,

        @Field(doc = "Its bound e-mail address.", omitted = true) @Nullable Reached mail,

        @Field(doc = "Its bound WeChat identity.", omitted = true) @Nullable Held wechat,

        @Field(doc = "The device that computes its codes.", omitted = true) @Nullable Device totp,

        @Field(
                doc = "Sensitive operations are held back until then, UTC, since something was replaced or taken away.",
                example = "2027-01-02T00:00:00Z",
                omitted = true)
        @Nullable String coolOffUntil) {
    // Not private: the compiler does not see that annotations of components read them.
    static final String DISABLED = "Whether failures have disabled it: then a person must lift that, by unlock.";
    static final String WAITS = "No code of it is compared before, UTC, since too many wrong ones were given.";

    /// Where codes can be sent.
    record Reached(
            @Field(doc = "Where, masked.", example = "+852******67")
            String to,

            @Field(doc = DISABLED, example = "false") boolean disabled,

            @Field(doc = WAITS, example = "2027-01-01T00:00:30Z", omitted = true) @Nullable String waitsUntil) {}

    /// What is bound without being shown.
    record Held(
            @Field(doc = DISABLED, example = "false") boolean disabled,

            @Field(doc = WAITS, example = "2027-01-01T00:00:30Z", omitted = true) @Nullable String waitsUntil) {}

    /// A device.
    record Device(
            @Field(doc = "When it was enrolled, UTC.", example = "2027-01-01T00:00:00Z")
            String since,

            @Field(doc = DISABLED, example = "false") boolean disabled,

            @Field(doc = WAITS, example = "2027-01-01T00:00:30Z", omitted = true) @Nullable String waitsUntil) {}

    static AuthenticatorsView of(Holdings has) {
        return new AuthenticatorsView(
                has.uin(),
                has.bound()
                        .phone()
                        .map(to -> reached(to, has, AuthenticatorKind.PHONE))
                        .orElse(null),
                has.bound()
                        .mail()
                        .map(to -> reached(to, has, AuthenticatorKind.MAIL))
                        .orElse(null),
                has.bound().wechat() ? held(has) : null,
                has.deviceSince().map(since -> device(since, has)).orElse(null),
                has.bound()
                        .coolOffUntil()
                        .filter(has.at()::isBefore)
                        .map(AuthenticatorsView::written)
                        .orElse(null));
    }

    private static Reached reached(Destination to, Holdings has, AuthenticatorKind kind) {
        FailureCount failures = has.failures(kind);
        return new Reached(to.masked(), failures.disabled(), waits(failures, has.at()));
    }

    private static Held held(Holdings has) {
        FailureCount failures = has.failures(AuthenticatorKind.WECHAT);
        return new Held(failures.disabled(), waits(failures, has.at()));
    }

    private static Device device(Instant since, Holdings has) {
        FailureCount failures = has.failures(AuthenticatorKind.TOTP);
        return new Device(written(since), failures.disabled(), waits(failures, has.at()));
    }

    private static @Nullable String waits(FailureCount failures, Instant now) {
        return failures.waitUntil()
                .filter(now::isBefore)
                .map(AuthenticatorsView::written)
                .orElse(null);
    }

    /// ISO 8601 in UTC, to the second.
    static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
