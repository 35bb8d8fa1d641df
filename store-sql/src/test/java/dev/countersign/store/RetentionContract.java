package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Query;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.refusal.SendRefusal.SendQuotaSpent;
import dev.countersign.store.Retention.Periods;
import dev.countersign.sts.IssuedKey;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.PolicyNumbers;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptResult.NotAccepted;
import dev.countersign.verification.Binding;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.DeliveryPolicy.Verdict;
import dev.countersign.webhook.DeliveryQueue;
import dev.countersign.webhook.DeliveryQueue.Due;
import dev.countersign.webhook.Event;
import dev.countersign.webhook.EventType;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is ended and forgotten in time, and what is not.
abstract class RetentionContract extends SqlContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void an_expired_code_is_wiped() {
        Verification sent = send(Given.demand(BINDING), code(1));
        later(Duration.ofMinutes(10).minusMillis(1));
        assertThat(sweep()).isZero();
        later(Duration.ofMillis(1));

        assertThat(sweep()).isEqualTo(1);
        assertThat(wiped()).isEqualTo(1);
        assertThat(node().verifications().find(Given.TENANT.id(), sent.id(), clock.instant()))
                .map(Verification::status)
                .contains(Status.EXPIRED);
    }

    @Test
    void a_code_is_wiped_as_soon_as_its_verification_ends() {
        VerificationPolicy two = new PolicyNumbers().tries(1).build();
        make(BINDING, code(1), two);
        redeem(BINDING, WRONG);
        make(BINDING, code(2), two);
        make(BINDING, code(3), two);
        redeem(BINDING, code(3));

        assertThat(rows("verification")).isEqualTo(3);
        assertThat(wiped()).isEqualTo(3);
    }

    @Test
    void everything_old_is_forgotten() {
        IdempotencyKey key = new IdempotencyKey("k", Bytes.utf8("f"));
        send(
                Given.demand(BINDING, key),
                code(1),
                new PolicyNumbers().tenant(100).build());
        redeem(BINDING, WRONG);
        node().outbox().take(10, clock.instant(), Duration.ofSeconds(30));
        later(Duration.ofMinutes(10));
        node().outbox().take(10, clock.instant(), Duration.ofSeconds(30));
        sweep();
        later(DAY.multipliedBy(30));
        sweep();

        for (String table :
                new String[] {"verification", "message", "failure_count", "caller_record", "tally", "idempotency"}) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void what_became_of_a_message_is_forgotten_with_it_and_tempos_after_a_day() {
        send(Given.demand(BINDING), code(1));
        DueMessage due = node().outbox()
                .take(10, clock.instant(), Duration.ofSeconds(30))
                .getFirst();
        node().outbox()
                .settle(
                        List.of(Given.settled(due, clock.instant(), new Dispatch.Handed(List.of("a", "b")))),
                        clock.instant());
        later(DAY.plusMinutes(1));
        sweep();
        assertThat(rows("tempo")).isZero();
        assertThat(rows("dispatch")).isEqualTo(1);
        assertThat(rows("part")).isEqualTo(2);
        later(DAY.multipliedBy(30));
        sweep();

        for (String table : new String[] {"message", "dispatch", "part"}) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void a_message_that_nobody_looked_at_is_given_up_and_forgotten() {
        Verification sent = send(Given.demand(BINDING), code(1));
        later(DAY);
        sweep();
        assertThat(node().history().latestState(Given.TENANT.id(), sent.id())).contains("due");
        later(Duration.ofHours(1));
        sweep();
        assertThat(node().history().latestState(Given.TENANT.id(), sent.id())).contains("expired");
        later(DAY.multipliedBy(30));
        sweep();

        assertThat(rows("message")).isZero();
    }

    @Test
    void events_and_what_was_posted_of_them_are_forgotten_and_their_numbers_never_used_again() {
        subscribe();
        send(Given.demand(BINDING), code(1));
        Due due = node().deliveries()
                .take(new DeliveryQueue.Room(10, 10, Map.of()), clock.instant(), Duration.ofSeconds(30))
                .getFirst();
        Delivery.Try tried = new Delivery.Try(1, clock.instant(), Duration.ZERO, Optional.of(200), Optional.empty());
        node().deliveries().settle(due, tried, new Verdict.Delivered(), Optional.empty());
        later(DAY.multipliedBy(30).minusMinutes(1));
        sweep();
        assertThat(node().events().after(Given.TENANT.id(), 0, 10))
                .extracting(Event::type)
                .containsExactly(
                        EventType.VERIFICATION_ISSUED, EventType.VERIFICATION_EXPIRED, EventType.MESSAGE_EXPIRED);
        assertThat(rows("webhook_try")).isEqualTo(1);
        later(DAY.multipliedBy(31));
        sweep();
        for (String table : new String[] {"event", "webhook_delivery", "webhook_try"}) {
            assertThat(rows(table)).as(table).isZero();
        }
        make(BINDING, code(2), VerificationPolicy.standard());

        assertThat(node().events().after(Given.TENANT.id(), 3, 10))
                .extracting(Event::number)
                .containsExactly(4L);
    }

    @Test
    void a_delivery_that_nobody_posts_is_given_up_an_hour_after_its_day() {
        subscribe();
        make(BINDING, code(1), VerificationPolicy.standard());
        later(DAY.plusMinutes(59));
        sweep();
        assertThat(log()).extracting(Delivery::state).containsOnly(Delivery.State.DUE);
        later(Duration.ofMinutes(1));
        sweep();

        assertThat(log().getLast().state()).isEqualTo(Delivery.State.FAILED);
    }

    private void subscribe() {
        Instant now = clock.instant();
        node().webhooks()
                .put(
                        new Subscription(
                                Given.TENANT.id(),
                                "one",
                                "https://hooks.example.com/",
                                Set.of(),
                                true,
                                now,
                                now,
                                Optional.empty()),
                        SigningKey.draw(new Random(1)),
                        10,
                        AuditEntry.own(now, Given.TENANT.id(), "webhook.put", "webhook/one", Map.of()));
    }

    private List<Delivery> log() {
        return node().webhooks().deliveries(Given.TENANT.id(), "one", Optional.empty(), 10);
    }

    @Test
    void what_the_ceilings_count_is_not_forgotten() {
        PolicyNumbers numbers = new PolicyNumbers();
        Periods shortest = new Periods(
                Duration.ofHours(25),
                Duration.ofHours(25),
                Duration.ofHours(25),
                Duration.ofHours(25),
                Duration.ofHours(50),
                10);
        for (int n = 0; n < 10; n++) {
            send(
                    Given.demand(Binding.anonymous(Given.TENANT.id(), new Purpose("p" + n), Given.phone(1))),
                    code(n),
                    numbers.destination(100, 10, 10).build());
        }
        later(Duration.ofHours(24).minusMillis(1));
        node().outbox().take(100, clock.instant(), Duration.ofSeconds(30));
        new Retention(transactions(), audit(), shortest).sweep(clock.instant());

        assertThat(refusal(() -> send(Given.demand(BINDING), code(20)))).isInstanceOf(SendQuotaSpent.class);
        assertThatThrownBy(() -> new Periods(DAY, DAY, DAY, DAY, DAY, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_principals_failures_are_kept_until_they_are_lifted() {
        Binding login = Given.login(Given.phone(1), 7);
        for (int n = 0; n < 10; n++) {
            make(login, code(1), VerificationPolicy.standard());
            redeem(login, WRONG);
        }
        later(DAY.multipliedBy(365));
        sweep();
        make(login, code(1), VerificationPolicy.standard());
        assertThat(redeem(login, WRONG)).isEqualTo(new NotAccepted(4, false, false));
        later(Duration.ofSeconds(59));

        assertThat(notAccepted(redeem(login, code(1)))).isEqualTo(4);
    }

    @Test
    void the_inbox_keeps_its_newest() {
        Periods three = new Periods(
                DAY.multipliedBy(30),
                DAY.multipliedBy(30),
                DAY.multipliedBy(30),
                DAY.multipliedBy(30),
                DAY.multipliedBy(30),
                3);
        for (int n = 0; n < 8; n++) {
            Message message = new Message(
                    "m" + n,
                    Given.TENANT.id(),
                    Channel.SMS,
                    Given.phone(1),
                    Message.Written.plain("x", "text"),
                    Optional.of(code(n)),
                    "login",
                    "en",
                    Instant.MAX);
            node().inbox().keep(message, clock.instant());
        }

        assertThat(new Retention(transactions(), audit(), three).sweep(clock.instant()))
                .isEqualTo(5);
        assertThat(node().inbox().find(new Query(Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .extracting(Kept::id)
                .containsExactly("m7", "m6", "m5");
    }

    @Test
    void ended_temporary_keys_are_forgotten_a_day_later_in_batches() {
        for (int n = 0; n < 1_203; n++) {
            temporary("AKIDtmp" + n, Duration.ofHours(1));
        }
        temporary("AKIDtmpLonger", Duration.ofHours(2));
        later(DAY.plusHours(1).minusMillis(1));
        assertThat(sweep()).isZero();
        later(Duration.ofMillis(1));

        assertThat(sweep()).isEqualTo(1_203);
        assertThat(rows("temporary_key")).isEqualTo(1);
    }

    private void temporary(String id, Duration lifetime) {
        TemporaryKey carried =
                new TemporaryKey(clock.instant().plus(lifetime), Optional.empty(), Optional.empty(), Optional.empty());
        node().temporaryKeys()
                .add(
                        new Principal(Given.TENANT.id(), Given.TENANT.id(), "root"),
                        new IssuedKey(new AccessKey(id, Secret.of("secret")), Secret.of("token"), carried),
                        Bytes.utf8("hash"),
                        AuditEntry.own(clock.instant(), Given.TENANT.id(), "session.opened", "uin/1", Map.of()));
    }

    @Test
    void an_administrators_code_goes_with_its_day_and_a_change_with_the_verifications() {
        transactions().write(handle -> {
            long end = clock.instant().plus(Duration.ofHours(24)).toEpochMilli();
            handle.execute(
                    "INSERT INTO enrolment_code (uin, tenant, hash, tries_left, expires_at) VALUES (?, ?, ?, 5, ?)",
                    Given.TENANT.id(),
                    Given.TENANT.id(),
                    new byte[] {1},
                    end);
            return handle.execute(
                    "INSERT INTO authenticator_change (id, tenant, uin, kind, destination, current_by, locale, status,"
                            + " expires_at) VALUES ('c', ?, ?, 'phone', ?, 'none', 'en', 'pending', ?)",
                    Given.TENANT.id(),
                    Given.TENANT.id(),
                    new byte[] {1},
                    end);
        });
        later(Duration.ofHours(24).minusMillis(1));
        sweep();
        assertThat(rows("enrolment_code")).isEqualTo(1);
        later(Duration.ofMillis(1));
        sweep();
        assertThat(rows("enrolment_code")).isZero();
        assertThat(rows("authenticator_change")).isEqualTo(1);
        later(Duration.ofDays(30));
        sweep();
        assertThat(rows("authenticator_change")).isZero();
    }

    @Test
    void a_secret_whose_enrolment_was_never_finished_is_wiped_and_an_active_one_is_not() {
        Principal alice = new Principal(11, Given.TENANT.id(), "alice");
        AuditEntry entry = AuditEntry.own(clock.instant(), Given.TENANT.id(), "enrolment.begun", "uin/11", Map.of());
        TotpSecret secret = TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        node().totp().put(alice, secret, clock.instant(), entry);
        node().totp().begin(alice, secret, clock.instant().plusSeconds(600), entry);
        later(Duration.ofMinutes(10));

        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).isZero();
        assertThat(node().totp().of(11)).isPresent();
        int wiped = transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM totp_device WHERE pending IS NULL")
                        .mapTo(Integer.class)
                        .one());
        assertThat(wiped).isEqualTo(1);
    }

    @Test
    void more_than_one_batch_is_swept_at_once() {
        for (int n = 0; n < 1_203; n++) {
            make(Given.registration(Given.phone(n)), code(1), VerificationPolicy.standard());
        }
        later(Duration.ofMinutes(10));
        assertThat(sweep()).isEqualTo(1_203);
        later(DAY.multipliedBy(30));

        assertThat(sweep()).isEqualTo(1_203);
        assertThat(rows("verification")).isZero();
    }

    private long sweep() {
        return new Retention(transactions(), audit(), Periods.standard()).sweep(clock.instant());
    }

    private int wiped() {
        return transactions()
                .read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM verification WHERE code IS NULL AND status <> 'pending'")
                        .mapTo(Integer.class)
                        .one());
    }
}
