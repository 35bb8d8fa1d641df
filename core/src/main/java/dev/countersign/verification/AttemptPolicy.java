package dev.countersign.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what a wrong or right code does to the counts. Pure.
///
/// A new code never resets a count (NIST SP 800-63B-4, 3.1.3.2); only a success does.
public final class AttemptPolicy {
    private final VerificationPolicy policy;

    /// @param policy the numbers to decide by
    public AttemptPolicy(VerificationPolicy policy) {
        this.policy = policy;
    }

    /// The numbers.
    public VerificationPolicy numbers() {
        return policy;
    }

    /// The count after one more failure.
    ///
    /// @param withPrincipal whether it is a principal's; if not, the count fades and never needs a person to
    ///     lift it, so that nobody can lock a stranger's number
    public FailureCount failed(FailureCount before, boolean withPrincipal, Instant now) {
        boolean faded = !withPrincipal && Duration.between(before.lastAt(), now).compareTo(policy.failureDecay()) >= 0;
        int count = faded ? 1 : before.inARow() + 1;
        return new FailureCount(
                count,
                wait(count - policy.failuresBeforeWait()).map(now::plus),
                now,
                withPrincipal && count >= policy.failuresUntilDisabled());
    }

    /// The caller's record after one more comparison. It waits when its window is full and mostly wrong.
    public CallerRecord compared(CallerRecord before, boolean right, Instant now) {
        String all = before.recent() + (right ? 'r' : 'w');
        String recent = all.substring(Math.max(0, all.length() - policy.sprayWindow()));
        long wrong = recent.chars().filter(c -> c == 'w').count();
        boolean sprays = recent.length() == policy.sprayWindow()
                && wrong * 100 >= (long) policy.sprayWrongPercent() * policy.sprayWindow();
        return sprays
                ? new CallerRecord(
                        recent, before.strikes() + 1, wait(before.strikes()).map(now::plus))
                : new CallerRecord(recent, 0, Optional.empty());
    }

    /// The n-th wait, from 0: doubling up to the longest. None for a negative n.
    private Optional<Duration> wait(int n) {
        if (n < 0) {
            return Optional.empty();
        }
        Duration doubled = n < 20 ? policy.firstWait().multipliedBy(1L << n) : policy.longestWait();
        return Optional.of(doubled.compareTo(policy.longestWait()) < 0 ? doubled : policy.longestWait());
    }
}
