package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Query;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Message.Written;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every inbox keeps.
public abstract class InboxContract extends StoreContract {
    private static final MailAddress MAIL = new MailAddress("alice@example.com");

    @Test
    void a_message_is_kept_once_and_read_back_whole() {
        assertThat(keep("m1", Given.phone(1), Channel.SMS)).isTrue();
        assertThat(keep("m1", Given.phone(1), Channel.SMS)).isFalse();

        List<Kept> found = inbox().find(new Query(Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(found).hasSize(1);
        Kept kept = found.getFirst();
        assertThat(kept.id()).isEqualTo("m1");
        assertThat(kept.to().reveal()).isEqualTo(Given.phone(1).digits());
        assertThat(kept.text().reveal()).isEqualTo("Your code is 100001.");
        assertThat(kept.code().reveal()).isEqualTo("100001");
        assertThat(kept.channel()).isEqualTo(Channel.SMS);
        assertThat(kept.from()).isEqualTo("Countersign");
        assertThat(kept.purpose()).isEqualTo("login");
        assertThat(kept.locale()).isEqualTo("fr");
        assertThat(kept.language()).isEqualTo("en");
        assertThat(kept.createdAt()).isEqualTo(clock.instant());
        assertThat(kept.mail()).isEmpty();
        assertThat(kept.ties()).isEqualTo(Inbox.Ties.NONE);
    }

    @Test
    void a_mail_is_kept_with_its_subject_and_its_second_form() {
        Written whole = new Written("Example", "Your code", "100001", Optional.of("<p>100001</p>"));
        inbox().keep(message("m1", MAIL, Channel.EMAIL, whole), clock.instant());
        inbox().keep(message("m2", MAIL, Channel.EMAIL, Written.plain("Example", "100001")), clock.instant());

        List<Kept> found = inbox().find(new Query(Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(found.getLast().mail())
                .contains(new Inbox.Mail(Secret.of("Your code"), Optional.of(Secret.of("<p>100001</p>"))));
        assertThat(found.getFirst().mail()).contains(new Inbox.Mail(Secret.of("Example"), Optional.empty()));
        assertThat(inbox().read("m1")).contains(found.getLast());
        assertThat(inbox().read("m3")).isEmpty();
    }

    @Test
    void a_message_says_which_call_and_verification_it_belongs_to() {
        Binding binding = Given.registration(Given.phone(1));
        Verification sent = send(new Demand(binding, Channel.SMS, "en", Given.caller(11), Optional.empty()), code(1));
        Verification other = send(Given.demand(Given.registration(Given.phone(2))), code(2));
        for (DueMessage due : node().outbox().take(2, clock.instant(), Duration.ofMinutes(1))) {
            keep(due.id(), due.to(), Channel.SMS);
        }
        assertThat(ties(Given.phone(1)))
                .containsExactly(new Inbox.Ties(Optional.of(sent.id()), Optional.of(Given.CAUSE)));
        assertThat(ties(Given.phone(2))).containsExactly(new Inbox.Ties(Optional.of(other.id()), Optional.empty()));
    }

    private List<Inbox.Ties> ties(PhoneNumber to) {
        return inbox().find(new Query(Optional.of(to.digits()), Optional.empty(), Optional.empty(), 10)).stream()
                .map(Kept::ties)
                .toList();
    }

    @Test
    void messages_are_found_by_number_address_channel_and_newest_first() {
        keep("m1", Given.phone(1), Channel.SMS);
        keep("m2", Given.phone(1), Channel.VOICE);
        keep("m3", MAIL, Channel.EMAIL);
        keep("m4", Given.phone(1), Channel.SMS);

        assertThat(find(Optional.empty(), Optional.empty(), Optional.empty())).containsExactly("m4", "m3", "m2", "m1");
        Optional<String> phone = Optional.of(Given.phone(1).digits());
        assertThat(find(phone, Optional.empty(), Optional.empty())).containsExactly("m4", "m2", "m1");
        assertThat(find(phone, Optional.of(Channel.VOICE), Optional.empty())).containsExactly("m2");
        assertThat(find(Optional.of("alice@example.com"), Optional.empty(), Optional.empty()))
                .containsExactly("m3");
        assertThat(find(Optional.of("85260000009"), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void messages_after_one_are_those_that_came_later_even_when_the_clock_went_back() {
        keep("m1", Given.phone(1), Channel.SMS);
        keep("m2", Given.phone(1), Channel.SMS);
        clock.set(clock.instant().minusSeconds(3600));
        keep("m0", Given.phone(1), Channel.SMS);

        assertThat(find(Optional.empty(), Optional.empty(), Optional.of("m2"))).containsExactly("m0");
        assertThat(find(Optional.empty(), Optional.empty(), Optional.of("m0"))).isEmpty();
        assertThat(find(Optional.empty(), Optional.empty(), Optional.of("gone")))
                .containsExactly("m0", "m2", "m1");
    }

    @Test
    void no_more_than_asked_for_are_found() {
        for (int n = 0; n < 5; n++) {
            keep("m" + n, Given.phone(1), Channel.SMS);
        }
        assertThat(inbox().find(new Query(Optional.empty(), Optional.empty(), Optional.empty(), 2)))
                .extracting(Kept::id)
                .containsExactly("m4", "m3");
    }

    @Test
    void the_verification_behind_a_message_is_known_with_where_it_stands() {
        Binding binding = Given.registration(Given.phone(1));
        Verification sent = send(Given.demand(binding), code(1));
        String id = node().outbox()
                .take(1, clock.instant(), Duration.ofMinutes(1))
                .getFirst()
                .id();
        keep(id, Given.phone(1), Channel.SMS);
        keep("notice", Given.phone(1), Channel.SMS);

        Set<String> ids = Set.of(id, "notice", "gone");
        assertThat(inbox().origins(ids))
                .isEqualTo(Map.of(id, new Inbox.Origin(sent.id(), Status.PENDING, sent.expiresAt(), sent.triesLeft())));
        redeem(binding, WRONG);
        assertThat(inbox().origins(ids).get(id))
                .isEqualTo(new Inbox.Origin(sent.id(), Status.PENDING, sent.expiresAt(), sent.triesLeft() - 1));
        redeem(binding, code(1));
        assertThat(inbox().origins(ids).get(id))
                .isEqualTo(new Inbox.Origin(sent.id(), Status.REDEEMED, sent.expiresAt(), sent.triesLeft() - 1));
        assertThat(inbox().origins(Set.of())).isEmpty();
    }

    @Test
    void a_verification_whose_time_ran_out_is_not_called_pending() {
        Inbox.Origin origin = new Inbox.Origin("v", Status.PENDING, clock.instant(), 5);
        assertThat(origin.at(clock.instant().minusMillis(1))).isEqualTo(Status.PENDING);
        assertThat(origin.at(clock.instant())).isEqualTo(Status.EXPIRED);
        assertThat(new Inbox.Origin("v", Status.REDEEMED, clock.instant(), 5).at(clock.instant()))
                .isEqualTo(Status.REDEEMED);
    }

    @Test
    void a_cleared_inbox_is_empty_and_goes_on() {
        keep("m1", Given.phone(1), Channel.SMS);
        inbox().clear();
        assertThat(find(Optional.empty(), Optional.empty(), Optional.empty())).isEmpty();
        keep("m2", Given.phone(1), Channel.SMS);

        assertThat(find(Optional.empty(), Optional.empty(), Optional.empty())).containsExactly("m2");
    }

    @Test
    void the_same_message_from_many_threads_is_kept_once() {
        List<Boolean> kept = Race.of(
                40,
                n -> (n % 2 == 0 ? node() : installation().another())
                        .inbox()
                        .keep(message("m1", Given.phone(1), Channel.SMS), clock.instant()));

        assertThat(kept).filteredOn(yes -> yes).hasSize(1);
    }

    private Inbox inbox() {
        return node().inbox();
    }

    private boolean keep(String id, Destination to, Channel channel) {
        return inbox().keep(message(id, to, channel), clock.instant());
    }

    private static Message message(String id, Destination to, Channel channel) {
        return message(id, to, channel, Written.plain("Countersign", "Your code is 100001."));
    }

    private static Message message(String id, Destination to, Channel channel, Written written) {
        return new Message(
                id, Given.TENANT.id(), channel, to, written, Optional.of(code(1)), "login", "fr", Instant.MAX);
    }

    private List<String> find(Optional<String> to, Optional<Channel> channel, Optional<String> after) {
        return inbox().find(new Query(to, channel, after, 100)).stream()
                .map(Kept::id)
                .toList();
    }
}
