package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal.ChannelNotServed;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What no route serves is refused before anything is stored.
final class ServedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final PhoneNumber HONG_KONG = new PhoneNumber("852", "61234567");
    private static final PhoneNumber CHINA = new PhoneNumber("86", "13900001111");

    /// Text messages to Hong Kong, and logins by mail.
    private static final class Few implements Served {
        @Override
        public boolean serves(Channel channel, String purpose) {
            return channel == Channel.SMS || (channel == Channel.EMAIL && purpose.equals("login"));
        }

        @Override
        public boolean serves(Channel channel, Destination to, String purpose) {
            return serves(channel, purpose) && (!(to instanceof PhoneNumber phone) || phone.equals(HONG_KONG));
        }
    }

    private final Verifications verifications = new Verifications(
            new Untouched(),
            TestNumbers.none(),
            VerificationPolicy.standard(),
            new Verifications.Surroundings(
                    () -> NOW,
                    new Random(1),
                    new Watch() {
                        @Override
                        public void spraying(long callerUin) {}

                        @Override
                        public void disabled(long uin, String authenticator) {}
                    },
                    () -> {
                        throw new AssertionError("nothing is due");
                    },
                    new Few()));

    private Refusal refusal(Channel channel, Destination to, Purpose purpose) {
        Demand demand = new Demand(Binding.anonymous(1, purpose, to), channel, "en", "192.0.2.1", Optional.empty());
        return catchThrowableOfType(Refused.class, () -> verifications.issue(demand))
                .refusal();
    }

    @Test
    void a_number_that_no_route_leads_to_is_in_an_area_that_is_not_served() {
        assertThat(refusal(Channel.SMS, CHINA, Purpose.LOGIN)).isEqualTo(new AreaNotServed("86"));
    }

    @Test
    void a_channel_without_a_route_is_not_served() {
        assertThat(refusal(Channel.VOICE, HONG_KONG, Purpose.LOGIN)).isEqualTo(new ChannelNotServed("voice"));
    }

    @Test
    void nor_is_one_whose_routes_are_for_other_purposes() {
        assertThat(refusal(Channel.EMAIL, new MailAddress("a@example.com"), Purpose.REGISTRATION))
                .isEqualTo(new ChannelNotServed("email"));
    }

    @Test
    void what_is_served_can_be_readied() {
        Demand demand = new Demand(
                Binding.anonymous(1, Purpose.LOGIN, HONG_KONG), Channel.SMS, "en", "192.0.2.1", Optional.empty());

        assertThat(verifications.prepare(demand).silent()).isFalse();
    }

    @Test
    void what_is_served_is_asked_each_time() {
        Served[] present = {Served.channels(Set.of())};
        Served now = Served.of(() -> present[0]);
        assertThat(now.serves(Channel.SMS, "login")).isFalse();
        present[0] = Served.channels(Set.of(Channel.SMS));

        assertThat(now.serves(Channel.SMS, "login")).isTrue();
        assertThat(now.serves(Channel.SMS, CHINA, "login")).isTrue();
    }

    /// A store that must not be touched.
    private static final class Untouched implements VerificationStore {
        @Override
        public Verification issueIfQuiet(Demand demand, Code fresh, SendPolicy policy, Instant now) {
            throw new AssertionError("stored");
        }

        @Override
        public Verification issueSilently(Demand demand, Code fixed, VerificationPolicy policy, Instant now) {
            throw new AssertionError("stored");
        }

        @Override
        public AttemptResult attempt(Attempt attempt, AttemptPolicy policy, Instant now) {
            throw new AssertionError("compared");
        }

        @Override
        public Optional<Verification> find(long tenant, String id, Instant now) {
            return Optional.empty();
        }

        @Override
        public boolean unlock(long uin, String authenticator, AuditEntry entry) {
            return false;
        }
    }
}
