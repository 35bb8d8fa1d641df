package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.Delivery.State;
import dev.countersign.webhook.DeliveryQueue.Room;
import dev.countersign.webhook.Dispatcher;
import dev.countersign.webhook.Sender;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the dispatcher does over a real queue, with receivers that answer, fail and hang.
@Timeout(60)
public abstract class DispatcherContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();

    private final ExecutorService posters = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<RuntimeException> faults = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stopPosting() {
        posters.close();
        assertThat(faults).isEmpty();
    }

    /// Remembers what was posted, and answers by the path.
    private static final class Receivers implements Sender {
        private final ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();
        private final Map<String, Reply> replies = new ConcurrentHashMap<>();
        private final CountDownLatch release = new CountDownLatch(1);
        private final CountDownLatch quick = new CountDownLatch(40);

        @Override
        public Reply post(Post post) {
            posts.add(post);
            String path = post.to().getPath();
            if (path.equals("/slow")) {
                await();
            } else if (path.equals("/quick")) {
                quick.countDown();
            }
            return replies.getOrDefault(path, new Reply.Answered(204, Optional.empty()));
        }

        private void await() {
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private long to(String path) {
            return posts.stream()
                    .filter(post -> post.to().getPath().equals(path))
                    .count();
        }
    }

    @Test
    void of_two_processes_each_event_is_posted_by_one() {
        subscribe("one");
        for (int n = 0; n < 60; n++) {
            happens(n);
        }
        Receivers receivers = new Receivers();
        List<Dispatcher> two =
                List.of(dispatcher(node(), receivers), dispatcher(installation().another(), receivers));
        List<Integer> posted = Race.of(2, n -> {
            int all = 0;
            for (int now = two.get(n).round(); now > 0; now = two.get(n).round()) {
                all += now;
            }
            return all;
        });

        assertThat(posted.stream().mapToInt(n -> n).sum()).isEqualTo(60);
        assertThat(receivers.posts.stream().map(post -> post.headers().get("webhook-id")))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(log("one")).extracting(Delivery::state).containsOnly(State.DELIVERED);
    }

    @Test
    void a_slow_receiver_holds_back_none_but_itself() throws InterruptedException {
        subscribe("slow");
        subscribe("quick");
        for (int n = 0; n < 40; n++) {
            happens(n);
        }
        Receivers receivers = new Receivers();
        Dispatcher dispatcher = dispatcher(node(), receivers);
        dispatcher.start();
        receivers.quick.await();

        assertThat(receivers.to("/slow")).isLessThanOrEqualTo(Dispatcher.EACH);
        assertThat(log("slow")).extracting(Delivery::state).containsOnly(State.DUE);
        receivers.release.countDown();
        dispatcher.close();
    }

    @Test
    void what_fails_is_tried_for_a_day_and_then_given_up() {
        subscribe("failing");
        happens(1);
        Receivers receivers = new Receivers();
        receivers.replies.put("/failing", new Sender.Reply.Answered(500, Optional.empty()));
        Dispatcher dispatcher = dispatcher(node(), receivers);
        Instant end = clock.instant().plus(Duration.ofHours(24));
        Instant last = clock.instant();
        while (log("failing").getFirst().state() == State.DUE) {
            if (dispatcher.round() > 0) {
                last = clock.instant();
            }
            log("failing").getFirst().dueAt().ifPresent(clock::set);
        }

        Delivery given = log("failing").getFirst();
        assertThat(given.state()).isEqualTo(State.FAILED);
        assertThat(last).isEqualTo(end);
        assertThat(given.tries()).hasSizeBetween(10, 20);
        assertThat(given.tries()).extracting(Delivery.Try::status).containsOnly(Optional.of(500));
        assertThat(receivers.posts.stream()
                        .map(post -> post.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_was_not_recorded_before_a_crash_is_posted_again_under_its_id() {
        subscribe("one");
        happens(1);
        Receivers receivers = new Receivers();
        node().deliveries()
                .take(new Room(10, 8, Map.of()), clock.instant(), Duration.ofHours(1))
                .forEach(due -> receivers.post(new Sender.Post(
                        URI.create(due.url()), Map.of("webhook-id", due.event().id()), Bytes.none())));
        Dispatcher restarted = dispatcher(node(), receivers);
        assertThat(restarted.round()).isZero();
        node().deliveries().releaseLeases();
        assertThat(restarted.round()).isEqualTo(1);

        assertThat(receivers.posts.stream()
                        .map(post -> post.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(receivers.posts).hasSize(2);
        assertThat(log("one").getFirst().state()).isEqualTo(State.DELIVERED);
    }

    private Dispatcher dispatcher(Node at, Sender sender) {
        return new Dispatcher(
                at.deliveries(), sender, new Dispatcher.Surroundings(clock, new Random(1), posters, faults::add));
    }

    private void happens(int n) {
        make(Given.registration(Given.phone(n)), code(n), new PolicyNumbers().build());
    }

    private void subscribe(String id) {
        Instant now = clock.instant();
        Subscription wanted = new Subscription(
                TENANT, id, "https://hooks.example.com/" + id, Set.of(), true, now, now, Optional.empty());
        node().webhooks()
                .put(
                        wanted,
                        new SigningKey(Secret.of(SigningKey.PREFIX + "Zmlyc3Q=")),
                        10,
                        AuditEntry.own(now, TENANT, "webhook.put", "webhook/" + id, Map.of()));
    }

    private List<Delivery> log(String id) {
        return new ArrayList<>(node().webhooks().deliveries(TENANT, id, Optional.empty(), 100));
    }
}
