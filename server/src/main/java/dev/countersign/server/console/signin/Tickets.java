package dev.countersign.server.console.signin;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What browsers hold tickets for, in memory: each ticket is a secret of 256 bits that only its browser has, and by
/// whose digest it is found. The longest unused goes first when there are too many.
///
/// @param <T> what a ticket stands for
public final class Tickets<T> {
    private static final int BYTES = 32;

    private final Lifetimes lifetimes;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int most;
    private final Map<Bytes, Kept<T>> kept = new LinkedHashMap<>();

    /// How long a ticket is good.
    ///
    /// @param idle without being used
    /// @param whole in all
    public record Lifetimes(Duration idle, Duration whole) {}

    private record Kept<T>(T value, Instant since, Instant used) {}

    /// @param lifetimes how long each is good
    /// @param most how many there are at once
    /// @param clock the time that they live by
    /// @param random a cryptographic generator
    public Tickets(Lifetimes lifetimes, int most, InstantSource clock, RandomGenerator random) {
        this.lifetimes = lifetimes;
        this.most = most;
        this.clock = clock;
        this.random = random;
    }

    /// A new ticket.
    synchronized Secret issue(T value) {
        Instant now = clock.instant();
        kept.values().removeIf(one -> over(one, now));
        if (kept.size() >= most) {
            kept.remove(kept.keySet().iterator().next());
        }
        Secret ticket = secret(random);
        kept.put(digest(ticket), new Kept<>(value, now, now));
        return ticket;
    }

    /// What a ticket stands for, and uses it: it becomes the last in the row.
    synchronized Optional<T> find(Secret ticket) {
        Instant now = clock.instant();
        Bytes digest = digest(ticket);
        Optional<Kept<T>> found = Optional.ofNullable(kept.remove(digest)).filter(one -> !over(one, now));
        found.ifPresent(one -> kept.put(digest, new Kept<>(one.value(), one.since(), now)));
        return found.map(Kept::value);
    }

    /// What a ticket stands for, without using it: its time goes on.
    synchronized Optional<T> look(Secret ticket) {
        Instant now = clock.instant();
        return Optional.ofNullable(kept.get(digest(ticket)))
                .filter(one -> !over(one, now))
                .map(Kept::value);
    }

    /// Ends a ticket, and says what it stood for.
    synchronized Optional<T> end(Secret ticket) {
        Optional<T> found = find(ticket);
        kept.remove(digest(ticket));
        return found;
    }

    private boolean over(Kept<T> one, Instant now) {
        return !now.isBefore(one.used().plus(lifetimes.idle()))
                || !now.isBefore(one.since().plus(lifetimes.whole()));
    }

    /// A secret that nobody guesses, fit for a cookie.
    static Secret secret(RandomGenerator random) {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
    }

    private static Bytes digest(Secret ticket) {
        try {
            return Bytes.of(
                    MessageDigest.getInstance("SHA-256").digest(ticket.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}
