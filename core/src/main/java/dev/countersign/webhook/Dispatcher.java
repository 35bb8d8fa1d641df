package dev.countersign.webhook;

import dev.countersign.value.Bytes;
import dev.countersign.webhook.DeliveryQueue.Due;
import dev.countersign.webhook.DeliveryQueue.Room;
import dev.countersign.webhook.Sender.Post;
import dev.countersign.webhook.Sender.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Posts what is due to its receivers, and records what came of it. At least once: what was not recorded before a
/// crash is posted again, with the same event id.
///
/// How much is under way is bounded, and to each receiver, so that a slow one holds back none but itself.
public final class Dispatcher implements AutoCloseable {
    /// How many posts to one receiver are under way at the most.
    public static final int EACH = 16;

    private static final int MOST = 1024;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final DeliveryQueue queue;
    private final Sender sender;
    private final Surroundings surroundings;
    private final Map<String, String> underWay = new ConcurrentHashMap<>();
    private final Phaser posting = new Phaser(1);
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable Thread working;

    /// What the dispatcher needs from outside.
    ///
    /// @param clock the time that deliveries are due by
    /// @param random spreads what failed together
    /// @param posters runs posts beside each other
    /// @param faults told of what should never happen; the dispatcher goes on
    public record Surroundings(
            InstantSource clock, RandomGenerator random, ExecutorService posters, Consumer<RuntimeException> faults) {}

    /// @param queue where deliveries come from
    /// @param sender posts
    /// @param surroundings clock, randomness, threads, and whom to tell
    public Dispatcher(DeliveryQueue queue, Sender sender, Surroundings surroundings) {
        this.queue = queue;
        this.sender = sender;
        this.surroundings = surroundings;
    }

    /// Begins to work in a thread of its own, after ending the leases of an earlier life.
    public void start() {
        queue.releaseLeases();
        working = Thread.ofPlatform().name("webhooks").daemon(true).start(this::work);
    }

    private void work() {
        boolean more = true;
        while (!closed && (more || rested())) {
            try {
                more = takeIn() > 0;
            } catch (RuntimeException fault) {
                surroundings.faults().accept(fault);
                more = false;
            }
        }
    }

    /// Waits a little, or until there is room for more to a receiver.
    ///
    /// @return whether to go on
    private boolean rested() {
        try {
            if (woken.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
            return !closed;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /// One round in the caller's thread, for who did not [#start]: takes what there is room for, and waits until
    /// all of it is recorded.
    ///
    /// @return how many were posted
    public int round() {
        int taken = takeIn();
        posting.arriveAndAwaitAdvance();
        return taken;
    }

    private int takeIn() {
        Map<String, Integer> busy = new HashMap<>();
        underWay.values().forEach(endpoint -> busy.merge(endpoint, 1, Integer::sum));
        int room = MOST - underWay.size();
        if (room <= 0) {
            return 0;
        }
        List<Due> due = queue.take(new Room(room, EACH, busy), now(), LEASE);
        int posted = 0;
        for (Due one : due) {
            // One whose lease ran out here, as when the clock was moved, is still under way.
            if (underWay.putIfAbsent(one.id(), one.endpoint()) == null) {
                posted++;
                posting.register();
                surroundings.posters().execute(() -> deliver(one));
            }
        }
        return posted;
    }

    private void deliver(Due due) {
        try {
            Instant began = now();
            Reply answer = answer(due, began);
            Instant ended = now();
            Duration took = ended.isBefore(began) ? Duration.ZERO : Duration.between(began, ended);
            queue.settle(
                    due,
                    tried(due, answer, began, took),
                    DeliveryPolicy.decide(
                            due.attempt(),
                            due.giveUpAt(),
                            answer,
                            ended,
                            surroundings.random().nextDouble()),
                    DeliveryPolicy.quiet(answer, ended));
        } catch (RuntimeException fault) {
            surroundings.faults().accept(fault);
        } finally {
            underWay.remove(due.id());
            wake();
            posting.arriveAndDeregister();
        }
    }

    private Reply answer(Due due, Instant now) {
        try {
            return sender.post(post(due, now));
        } catch (RuntimeException fault) {
            surroundings.faults().accept(fault);
            return new Reply.Unanswered("could not be posted");
        }
    }

    private static Post post(Due due, Instant now) {
        Bytes body = CloudEvent.of(due.event());
        String id = due.event().id();
        return new Post(
                URI.create(due.url()),
                Map.of(
                        "Content-Type",
                        CloudEvent.MEDIA_TYPE,
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        SigningKey.signAll(due.keys(), id, now, body)),
                body);
    }

    private static Delivery.Try tried(Due due, Reply answer, Instant at, Duration took) {
        return switch (answer) {
            case Reply.Answered answered ->
                new Delivery.Try(due.attempt(), at, took, Optional.of(answered.status()), Optional.empty());
            case Reply.Unanswered none ->
                new Delivery.Try(due.attempt(), at, took, Optional.empty(), Optional.of(none.reason()));
        };
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    /// Takes nothing any more, and waits half a minute at the most for what is being posted. What is not recorded
    /// is posted again at the next start.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            Thread thread = working;
            if (thread != null) {
                thread.join(CLOSING);
            }
            int phase = posting.arrive();
            posting.awaitAdvanceInterruptibly(phase, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.TimeoutException abandoned) {
            // Their leases end at the next start.
            return;
        }
    }
}
