package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Receipt;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Verification;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.Delivery.State;
import dev.countersign.webhook.DeliveryPolicy.Verdict;
import dev.countersign.webhook.DeliveryQueue.Due;
import dev.countersign.webhook.DeliveryQueue.Room;
import dev.countersign.webhook.Event;
import dev.countersign.webhook.EventType;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import dev.countersign.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of webhooks, events and their deliveries keeps.
public abstract class WebhookContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final SigningKey KEY = key("Zmlyc3Q=");
    private static final Binding BINDING = Given.registration(Given.phone(1));

    @Test
    void nothing_is_kept_for_who_has_no_webhook() {
        send(Given.demand(BINDING), code(1));
        assertThat(events(0)).isEmpty();
        subscribe("one");
        redeem(BINDING, code(1));

        assertThat(types()).containsExactly(EventType.VERIFICATION_REDEEMED);
        assertThat(node().events().after(Given.OTHER.id(), 0, 100)).isEmpty();
    }

    @Test
    void a_verification_is_told_of_from_its_code_to_its_end() {
        subscribe("one");
        Verification redeemed = send(Given.demand(BINDING), code(1));
        redeem(BINDING, code(1));
        Binding failing = Given.login(Given.phone(2), 7);
        Verification failed =
                make(failing, code(2), new PolicyNumbers().tries(1).build());
        redeem(failing, WRONG);

        assertThat(types())
                .containsExactly(
                        EventType.VERIFICATION_ISSUED,
                        EventType.VERIFICATION_REDEEMED,
                        EventType.VERIFICATION_ISSUED,
                        EventType.VERIFICATION_FAILED);
        Event.Data first = events(0).getFirst().data();
        assertThat(first.verification()).contains(redeemed.id());
        assertThat(first.to()).contains(Given.phone(1).masked());
        assertThat(first.purpose()).isEqualTo(BINDING.purpose().name());
        assertThat(events(0).getLast().subject()).isEqualTo(failed.id());
        assertThat(events(0).getLast().data().principal()).contains(7L);
        assertThat(events(0)).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events(0)).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void a_message_is_told_of_from_its_hand_over_to_its_receipt() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        DueMessage due = node().outbox().take(10, clock.instant(), LEASE).getFirst();
        settle(due, new Dispatch.CarrierFault("down"));
        clock.advance(Duration.ofSeconds(5));
        settle(node().outbox().take(10, clock.instant(), LEASE).getFirst(), new Dispatch.Handed(List.of("part-1")));
        settle(due, new Dispatch.Handed(List.of()));
        receive("part-1", Receipt.State.UNDELIVERED);
        receive("part-1", Receipt.State.DELIVERED);

        assertThat(types())
                .containsExactly(
                        EventType.VERIFICATION_ISSUED,
                        EventType.MESSAGE_HANDED,
                        EventType.MESSAGE_UNDELIVERED,
                        EventType.MESSAGE_DELIVERED);
        assertThat(events(1)).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(due.id());
            assertThat(event.data().message()).contains(due.id());
            assertThat(event.data().carrier()).contains(Given.CARRIER);
        });
        assertThat(events(2).getFirst().data().error()).contains("069");
    }

    @Test
    void a_message_that_fails_or_comes_too_late_is_told_of() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        settle(
                node().outbox().take(10, clock.instant(), LEASE).getFirst(),
                new Dispatch.DestinationFault("unknown subscriber"));
        send(Given.demand(Given.registration(Given.phone(3))), code(3));
        clock.advance(Duration.ofMinutes(11));
        node().outbox().take(10, clock.instant(), LEASE);

        assertThat(types()).contains(EventType.MESSAGE_FAILED).endsWith(EventType.MESSAGE_EXPIRED);
        assertThat(events(0).stream()
                        .filter(event -> event.type() == EventType.MESSAGE_FAILED)
                        .findFirst()
                        .flatMap(event -> event.data().error()))
                .contains("unknown subscriber");
    }

    @Test
    void what_is_taken_back_is_not_told_of() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));

        assertThat(refusal(() -> send(Given.demand(BINDING), code(2)))).isNotNull();
        assertThat(types()).containsExactly(EventType.VERIFICATION_ISSUED);
    }

    @Test
    void numbers_are_without_gaps_however_many_write_at_once() {
        subscribe("one");
        Race.of(40, n -> {
            Node at = n % 2 == 0 ? node() : installation().another();
            return at.verifications()
                    .issueSilently(
                            Given.demand(Given.registration(Given.phone(100 + n))),
                            code(n),
                            new PolicyNumbers().build(),
                            clock.instant());
        });

        assertThat(node().events().after(TENANT, 0, 100))
                .extracting(Event::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(n -> (long) n).toList());
        assertThat(events(38)).hasSize(2);
        assertThat(node().events().after(TENANT, 0, 3)).hasSize(3);
        assertThat(take(100)).hasSize(40);
    }

    @Test
    void an_event_is_due_to_who_wants_it_and_is_active() {
        subscribe("all");
        put(wanted("some", Set.of(EventType.VERIFICATION_REDEEMED), true), KEY);
        put(wanted("none", Set.of(), false), KEY);
        send(Given.demand(BINDING), code(1));
        redeem(BINDING, code(1));

        assertThat(log("all")).hasSize(2);
        assertThat(log("some")).extracting(Delivery::type).containsExactly(EventType.VERIFICATION_REDEEMED);
        assertThat(log("none")).isEmpty();
        assertThat(take(10)).hasSize(3).allSatisfy(due -> {
            assertThat(due.url()).isEqualTo("https://hooks.example.com/secret-path");
            assertThat(due.keys()).containsExactly(KEY);
            assertThat(due.attempt()).isEqualTo(1);
            assertThat(due.giveUpAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        });
    }

    @Test
    void one_is_taken_once_until_its_lease_ends_and_settled_by_who_holds_it() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        Due first = take(10).getFirst();
        assertThat(take(10)).isEmpty();
        clock.advance(LEASE);
        Due second = installation()
                .another()
                .deliveries()
                .take(room(10, 8, Map.of()), clock.instant(), LEASE)
                .getFirst();
        node().deliveries().settle(first, tried(500), new Verdict.Failed(), Optional.empty());

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(log("one").getFirst().state()).isEqualTo(State.DUE);
        installation().another().deliveries().settle(second, tried(200), new Verdict.Delivered(), Optional.empty());
        assertThat(log("one").getFirst().state()).isEqualTo(State.DELIVERED);
        assertThat(log("one").getFirst().dueAt()).isEmpty();
        assertThat(log("one").getFirst().tries())
                .extracting(Delivery.Try::status)
                .containsExactly(Optional.of(500), Optional.of(200));
    }

    @Test
    void what_a_process_held_before_its_restart_is_due_at_once() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        assertThat(take(10)).hasSize(1);
        node().deliveries().releaseLeases();

        assertThat(take(10)).hasSize(1);
    }

    @Test
    void a_receiver_gets_no_more_than_its_window_and_the_least_busy_comes_first() {
        subscribe("slow");
        for (int n = 0; n < 6; n++) {
            send(Given.demand(Given.registration(Given.phone(10 + n))), code(n));
        }
        List<Due> slow = node().deliveries().take(room(100, 4, Map.of()), clock.instant(), LEASE);
        assertThat(slow).hasSize(4);
        String endpoint = slow.getFirst().endpoint();
        assertThat(node().deliveries().take(room(100, 4, Map.of(endpoint, 4)), clock.instant(), LEASE))
                .isEmpty();
        subscribe("quick");
        send(Given.demand(Given.registration(Given.phone(20))), code(20));

        assertThat(node().deliveries().take(room(1, 4, Map.of(endpoint, 3)), clock.instant(), LEASE))
                .extracting(Due::endpoint)
                .doesNotContain(endpoint);
    }

    @Test
    void who_asked_for_quiet_gets_nothing_until_then() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        send(Given.demand(Given.registration(Given.phone(2))), code(2));
        Instant until = clock.instant().plusSeconds(60);
        Due due = node().deliveries()
                .take(room(1, 1, Map.of()), clock.instant(), LEASE)
                .getFirst();
        node().deliveries().settle(due, tried(503), new Verdict.Again(until), Optional.of(until));

        assertThat(take(10)).isEmpty();
        assertThat(log("one").getLast().dueAt()).isPresent();
        clock.advance(Duration.ofSeconds(60));
        assertThat(take(10)).hasSize(2);
    }

    @Test
    void a_switched_off_or_forgotten_webhook_is_posted_nothing() {
        subscribe("off");
        subscribe("gone");
        send(Given.demand(BINDING), code(1));
        put(wanted("off", Set.of(), false), KEY);
        String delivery = log("gone").getFirst().id();
        assertThat(node().webhooks().delete(TENANT, "gone", entry())).isTrue();
        assertThat(node().webhooks().delete(TENANT, "gone", entry())).isFalse();
        assertThat(take(10)).isEmpty();

        assertThat(node().webhooks().delivery(TENANT, delivery)).isEmpty();
        subscribe("gone");
        assertThat(log("gone")).isEmpty();
        subscribe("off");
        assertThat(take(10)).hasSize(1);
    }

    @Test
    void both_keys_sign_until_the_overlap_ends_and_a_third_puts_the_first_out() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        SigningKey second = key("c2Vjb25k");
        SigningKey third = key("dGhpcmQ=");
        assertThat(rotate("one", second, Optional.empty())).contains(second);
        Due due = take(10).getFirst();
        assertThat(due.keys()).containsExactly(second, KEY);
        rotate("one", third, Optional.empty());
        assertThat(again(due).keys()).containsExactly(third, second);
        clock.advance(Duration.ofHours(24));

        assertThat(again(due).keys()).containsExactly(third);
        assertThat(rotate("none", second, Optional.empty())).isEmpty();
        assertThat(node().webhooks().find(TENANT, "one").flatMap(Subscription::previousUntil))
                .contains(clock.instant());
    }

    @Test
    void a_repeated_rotation_answers_with_the_first_key() {
        subscribe("one");
        subscribe("two");
        IdempotencyKey once = new IdempotencyKey("k", Bytes.utf8("one"));
        SigningKey second = key("c2Vjb25k");

        assertThat(rotate("one", second, Optional.of(once))).contains(second);
        assertThat(rotate("one", key("dGhpcmQ="), Optional.of(once))).contains(second);
        assertThat(refusal(() -> rotate("two", second, Optional.of(new IdempotencyKey("k", Bytes.utf8("two"))))))
                .isInstanceOf(CallRefusal.IdempotencyKeyReused.class);
    }

    @Test
    void a_settled_delivery_can_be_repeated_by_its_own_tenant() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        Due due = take(10).getFirst();
        node().deliveries().settle(due, tried(410), new Verdict.Failed(), Optional.empty());
        clock.advance(Duration.ofDays(3));
        Instant end = clock.instant().plus(Duration.ofHours(24));
        assertThat(node().webhooks().redeliver(Given.OTHER.id(), due.id(), end, Optional.empty(), entry()))
                .isFalse();
        assertThat(node().webhooks().delivery(Given.OTHER.id(), due.id())).isEmpty();
        IdempotencyKey once = new IdempotencyKey("k", Bytes.utf8("f"));
        assertThat(node().webhooks().redeliver(TENANT, due.id(), end, Optional.of(once), entry()))
                .isTrue();
        Due second = take(10).getFirst();

        assertThat(second.event()).isEqualTo(due.event());
        assertThat(second.attempt()).isEqualTo(1);
        assertThat(second.giveUpAt()).isEqualTo(end);
        node().deliveries().settle(second, tried(200), new Verdict.Delivered(), Optional.empty());
        assertThat(node().webhooks().redeliver(TENANT, due.id(), end, Optional.of(once), entry()))
                .isTrue();
        assertThat(take(10)).isEmpty();
        assertThat(log("one").getFirst().tries()).hasSize(2);
    }

    @Test
    void one_that_is_just_being_posted_is_left_alone() {
        subscribe("one");
        send(Given.demand(BINDING), code(1));
        Due due = take(10).getFirst();
        node().webhooks().redeliver(TENANT, due.id(), due.giveUpAt(), Optional.empty(), entry());

        assertThat(take(10)).isEmpty();
        node().deliveries().settle(due, tried(200), new Verdict.Delivered(), Optional.empty());
        assertThat(log("one").getFirst().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void the_log_is_read_page_by_page_newest_first() {
        subscribe("one");
        for (int n = 0; n < 5; n++) {
            send(Given.demand(Given.registration(Given.phone(10 + n))), code(n));
            clock.advance(Duration.ofMillis(2));
        }
        List<Delivery> read = new ArrayList<>(node().webhooks().deliveries(TENANT, "one", Optional.empty(), 2));
        read.addAll(node().webhooks()
                .deliveries(TENANT, "one", Optional.of(read.getLast().id()), 10));

        assertThat(read).hasSize(5).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
        assertThat(node().webhooks().deliveries(Given.OTHER.id(), "one", Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void a_tenant_has_so_many_and_another_may_use_the_same_name() {
        for (int n = 0; n < 3; n++) {
            assertThat(put(wanted("hook-" + n, Set.of(), true), KEY).made()).isTrue();
        }
        assertThat(refusal(() -> put(wanted("hook-3", Set.of(), true), KEY)))
                .isEqualTo(new WebhookRefusal.WebhooksReached(3));
        Subscription changed = wanted("hook-0", Set.of(EventType.MESSAGE_FAILED), false);
        assertThat(put(changed, key("bmV3")).made()).isFalse();

        assertThat(node().webhooks().of(TENANT))
                .extracting(Subscription::id)
                .containsExactly("hook-0", "hook-1", "hook-2");
        assertThat(node().webhooks().find(TENANT, "hook-0")).contains(changed);
        assertThat(node().webhooks().find(Given.OTHER.id(), "hook-0")).isEmpty();
    }

    @Test
    void of_many_who_make_one_at_once_one_does() {
        List<WebhookStore.Put> put = Race.of(
                20,
                n -> (n % 2 == 0 ? node() : installation().another())
                        .webhooks()
                        .put(wanted("one", Set.of(), true), KEY, 3, entry()));

        assertThat(put.stream().filter(WebhookStore.Put::made)).hasSize(1);
        assertThat(node().webhooks().of(TENANT)).hasSize(1);
    }

    @Test
    void of_many_who_take_at_once_each_gets_others() {
        subscribe("one");
        subscribe("two");
        for (int n = 0; n < 20; n++) {
            make(Given.registration(Given.phone(30 + n)), code(n), new PolicyNumbers().build());
        }
        List<List<Due>> taken = Race.of(
                10,
                n -> (n % 2 == 0 ? node() : installation().another())
                        .deliveries()
                        .take(room(8, 4, Map.of()), clock.instant(), LEASE));

        assertThat(taken.stream().flatMap(List::stream).map(Due::id))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    private static SigningKey key(String base64) {
        return new SigningKey(Secret.of(SigningKey.PREFIX + base64));
    }

    private void subscribe(String id) {
        put(wanted(id, Set.of(), true), KEY);
    }

    private Subscription wanted(String id, Set<EventType> types, boolean active) {
        Instant now = clock.instant();
        return new Subscription(
                TENANT, id, "https://hooks.example.com/secret-path", types, active, now, now, Optional.empty());
    }

    private WebhookStore.Put put(Subscription wanted, SigningKey key) {
        return node().webhooks().put(wanted, key, 3, entry());
    }

    private Optional<SigningKey> rotate(String id, SigningKey fresh, Optional<IdempotencyKey> once) {
        return node().webhooks().rotate(TENANT, id, fresh, clock.instant().plus(Duration.ofHours(24)), once, entry());
    }

    private Due again(Due due) {
        node().deliveries().settle(due, tried(500), new Verdict.Again(clock.instant()), Optional.empty());
        node().webhooks().redeliver(TENANT, due.id(), due.giveUpAt(), Optional.empty(), entry());
        return take(10).getFirst();
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "webhook.put", "webhook/one", Map.of());
    }

    private List<Event> events(long after) {
        return node().events().after(TENANT, after, 100);
    }

    private List<EventType> types() {
        return events(0).stream().map(Event::type).toList();
    }

    private List<Delivery> log(String id) {
        return node().webhooks().deliveries(TENANT, id, Optional.empty(), 100);
    }

    private List<Due> take(int most) {
        return node().deliveries().take(room(most, most, Map.of()), clock.instant(), LEASE);
    }

    private static Room room(int all, int each, Map<String, Integer> underWay) {
        return new Room(all, each, underWay);
    }

    private Delivery.Try tried(int status) {
        return new Delivery.Try(1, clock.instant(), Duration.ofMillis(5), Optional.of(status), Optional.empty());
    }

    private void settle(DueMessage due, Dispatch... answers) {
        node().outbox().settle(List.of(Given.settled(due, clock.instant(), answers)), clock.instant());
    }

    private void receive(String reference, Receipt.State state) {
        node().receipts().add(new Receipt(Given.CARRIER, reference, state, "069", clock.instant()), clock.instant());
        node().receipts().work(100, clock.instant());
    }
}
