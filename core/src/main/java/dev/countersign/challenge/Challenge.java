package dev.countersign.challenge;

import dev.countersign.protection.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A challenge is the demand that a principal show a factor, for one purpose, in one browser.
///
/// @param id its id, a UUID
/// @param tenant whose it is
/// @param principal the UIN of whom it is put to
/// @param asked what is demanded, and for what
/// @param back where the browser goes afterwards
/// @param locale the language of its page and messages
/// @param createdAt when it was opened
/// @param expiresAt when it ends by itself
/// @param progress where it stands
public record Challenge(
        String id,
        long tenant,
        long principal,
        Asked asked,
        Return back,
        String locale,
        Instant createdAt,
        Instant expiresAt,
        Progress progress) {
    /// How long one lives.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// How many wrong answers one bears.
    public static final int TRIES = 5;

    /// How many codes may be asked for, or pages be opened, in one.
    public static final int STARTS = 20;

    /// What is demanded, and for what.
    ///
    /// @param kind what it guards
    /// @param operation what would be done; [Operation#NONE] for a login
    /// @param method which factor
    /// @param enrols whether that factor must be set up first
    public record Asked(Kind kind, Operation operation, Method method, boolean enrols) {}

    /// Where the browser goes afterwards.
    ///
    /// @param address as the application gave it
    /// @param nonce as the application gave it, to be given back
    public record Return(String address, String nonce) {}

    /// Where a challenge stands.
    ///
    /// @param status pending, or how it ended
    /// @param triesLeft how many wrong answers it still bears
    /// @param startsLeft how many codes may still be asked for
    /// @param browserBound whether a browser has it
    /// @param proven whether a first enrolment has been allowed, by a code
    /// @param kept what its method keeps between start and answer; empty before the first start
    /// @param passedAt when it was passed
    /// @param shown how it was passed, in the words of RFC 8176 where it has them: `sms`, `tel`, `otp`
    public record Progress(
            Status status,
            int triesLeft,
            int startsLeft,
            boolean browserBound,
            boolean proven,
            String kept,
            Optional<Instant> passedAt,
            List<String> shown) {
        /// How every challenge begins.
        public static final Progress FRESH =
                new Progress(Status.PENDING, TRIES, STARTS, false, false, "", Optional.empty(), List.of());

        /// The same with another status.
        public Progress with(Status other) {
            return new Progress(other, triesLeft, startsLeft, browserBound, proven, kept, passedAt, shown);
        }
    }

    /// Where a challenge can stand. All but `PENDING` are final.
    public enum Status {
        /// The factor may still be shown.
        PENDING,
        /// The factor was shown.
        PASSED,
        /// Too many wrong answers were given.
        FAILED,
        /// Its time ran out.
        EXPIRED,
        /// The application or the person gave it up.
        CANCELLED;

        /// The word for it in answers and tables.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The status.
    public Status status() {
        return progress.status();
    }

    /// Whether it waits for an answer.
    public boolean pending() {
        return progress.status() == Status.PENDING;
    }

    /// The same as it stands at a time: a pending one whose time ran out has expired, whether or not anybody
    /// recorded it yet.
    public Challenge at(Instant now) {
        return pending() && !now.isBefore(expiresAt) ? with(Status.EXPIRED) : this;
    }

    /// The same with another status.
    public Challenge with(Status other) {
        return new Challenge(id, tenant, principal, asked, back, locale, createdAt, expiresAt, progress.with(other));
    }

    /// Its name in the audit.
    public String subject() {
        return "challenge/" + id;
    }
}
