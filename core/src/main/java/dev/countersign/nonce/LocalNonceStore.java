package dev.countersign.nonce;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Remembers nonces in the memory of this node: as 128 bits of a digest each, in 24 bytes a place, so that a million
/// live ones take about 50 MB.
public final class LocalNonceStore implements NonceStore {
    /// How many live nonces there may be.
    public static final int MOST = 1_000_000;

    /// How many of them may be one tenant's.
    public static final int MOST_OF_ONE = MOST / 2;

    private static final int PARTS = 64;
    private static final int BYTES_A_PLACE = 24;
    private static final int SWEPT_WITH_EACH = 8;

    /// A call may stand between the check of its time and this store for a while.
    private static final long GRACE_SECONDS = 60;

    private final InstantSource clock;
    private final Instant since;
    private final Bounds bounds;
    private final long start;

    /// Only copied, since looking a provider up costs as much as a short digest.
    private final MessageDigest unused = sha256();

    private final NonceTable[] parts =
            Stream.generate(NonceTable::new).limit(PARTS).toArray(NonceTable[]::new);
    private final AtomicInteger held = new AtomicInteger();
    private final ConcurrentHashMap<Long, Share> shares = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt = new AtomicLong(Long.MIN_VALUE);

    /// How much is remembered.
    ///
    /// @param all live nonces at most
    /// @param ofOne live nonces of one tenant at most
    public record Bounds(int all, int ofOne) {
        /// Those of an installation.
        public static final Bounds STANDARD = new Bounds(MOST, MOST_OF_ONE);
    }

    /// @param clock the real clock, since clients sign with theirs
    /// @param since calls signed before it are not taken, since what was used then is not known
    /// @param bounds how much is remembered
    public LocalNonceStore(InstantSource clock, Instant since, Bounds bounds) {
        this.clock = clock;
        this.since = since;
        this.bounds = bounds;
        this.start = clock.instant().getEpochSecond();
    }

    @Override
    public Outcome burn(Nonce nonce) {
        if (nonce.signedAt().isBefore(since)) {
            return Outcome.TOO_OLD;
        }
        int now = seconds(clock.instant());
        int end = seconds(nonce.signedAt().plus(nonce.window()).plusSeconds(GRACE_SECONDS));
        ByteBuffer digest = digest(nonce);
        long high = digest.getLong();
        long low = digest.getLong();
        Share share = share(nonce.tenant());
        NonceTable part = part(high);
        if (!room(share)) {
            sweepAll(now);
        }
        synchronized (part) {
            held.addAndGet(-part.sweep(SWEPT_WITH_EACH, now));
            if (part.holds(high, low)) {
                return Outcome.USED;
            }
            if (!reserve(share)) {
                return Outcome.FULL;
            }
            part.add(high, low, end, share);
            return Outcome.FRESH;
        }
    }

    private Share share(long tenant) {
        return shares.computeIfAbsent(tenant, Share::new);
    }

    private NonceTable part(long high) {
        return parts[(int) (high & PARTS - 1)];
    }

    /// Shows every nonce that is held, so that it can be kept over a restart. Whoever calls this has seen to it that
    /// none is burnt meanwhile.
    public void each(Consumer<KeptNonce> consumer) {
        for (NonceTable part : parts) {
            synchronized (part) {
                part.each((high, low, end, tenant) ->
                        consumer.accept(new KeptNonce(high, low, Instant.ofEpochSecond(start + end), tenant)));
            }
        }
    }

    /// Remembers what an earlier store held. What has ended is left out; bounds are not looked at, since a live nonce
    /// is
    /// never forgotten.
    public void remember(KeptNonce kept) {
        int end = seconds(kept.end());
        NonceTable part = part(kept.high());
        synchronized (part) {
            if (end >= seconds(clock.instant()) && !part.holds(kept.high(), kept.low())) {
                Share share = share(kept.tenant());
                share.held().incrementAndGet();
                held.incrementAndGet();
                part.add(kept.high(), kept.low(), end, share);
            }
        }
    }

    /// How many nonces are held, ended ones that were not swept yet among them.
    public int held() {
        return held.get();
    }

    /// How many bytes its tables take: two longs, a number and a reference a place.
    public long bytes() {
        long places = 0;
        for (NonceTable part : parts) {
            synchronized (part) {
                places += part.places();
            }
        }
        return places * BYTES_A_PLACE;
    }

    private boolean room(Share share) {
        return held.get() < bounds.all() && share.held().get() < bounds.ofOne();
    }

    private boolean reserve(Share share) {
        if (share.held().incrementAndGet() > bounds.ofOne()) {
            share.held().decrementAndGet();
            return false;
        }
        if (held.incrementAndGet() > bounds.all()) {
            held.decrementAndGet();
            share.held().decrementAndGet();
            return false;
        }
        return true;
    }

    /// At most once a second, so that a full store costs its callers no more.
    private void sweepAll(int now) {
        long last = sweptAt.get();
        if (last >= now || !sweptAt.compareAndSet(last, now)) {
            return;
        }
        for (NonceTable part : parts) {
            synchronized (part) {
                held.addAndGet(-part.sweep(2 * part.places(), now));
            }
        }
    }

    /// Counted from the start, so that four bytes last.
    private int seconds(Instant at) {
        return Math.clamp(at.getEpochSecond() - start, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private ByteBuffer digest(Nonce nonce) {
        try {
            MessageDigest sha = (MessageDigest) unused.clone();
            sha.update(nonce.keyId().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return ByteBuffer.wrap(sha.digest(nonce.text().getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("a provider whose digest can't be copied", other);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}
