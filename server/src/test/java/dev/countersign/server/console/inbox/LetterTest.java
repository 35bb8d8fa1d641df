package dev.countersign.server.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Mail;
import dev.countersign.delivery.Inbox.Origin;
import dev.countersign.delivery.Inbox.Ties;
import dev.countersign.destination.Channel;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Shell;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How a message is shown, whatever it holds.
final class LetterTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}`";
    private static final ConsolePages PAGES = new ConsolePages();

    private static Kept kept(Channel channel, String all) {
        return new Kept(
                "m1",
                Secret.of(all),
                channel,
                all,
                Secret.of(all),
                Secret.of(all),
                all,
                all,
                "en",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Optional.of(new Mail(Secret.of(all), Optional.of(Secret.of(all)))),
                new Ties(Optional.of(all), Optional.of(new Cause(new RequestId(all), "product/" + all))));
    }

    private static Letter letter(Kept kept) {
        return Letter.of(
                kept,
                Optional.of(new Origin(
                        HOSTILE, Verification.Status.PENDING, kept.createdAt().plusSeconds(60), 5)),
                kept.ties().cause().orElseThrow().action().isEmpty() ? "" : HOSTILE,
                kept.createdAt());
    }

    private static String shown(Kept kept) {
        Words words = Words.of(Language.EN, ConsolePages.class).with(Words.of(Language.EN, InboxRoom.class));
        return PAGES.fragment(
                new Shell(words, List.of(), "auto", "/a", "/console/inbox", Guest.ofDev()),
                "inbox/letter",
                letter(kept));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void nothing_in_a_message_becomes_markup(Channel channel) {
        assertThat(shown(kept(channel, HOSTILE)))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<img", "onerror=\"", "'\"><");
    }

    @Test
    void a_text_message_says_how_it_travels() {
        assertThat(shown(kept(Channel.SMS, "123456"))).contains("1 part · GSM-7 · 6 of 160");
        assertThat(shown(kept(Channel.SMS, "验".repeat(71)))).contains("2 parts · UCS-2 · 71 of 134");
        assertThat(shown(kept(Channel.VOICE, "123456"))).doesNotContain("GSM-7");
        assertThat(shown(kept(Channel.EMAIL, "123456"))).doesNotContain("GSM-7");
    }

    @Test
    void a_call_of_a_page_leads_nowhere() {
        Kept sent = kept(Channel.SMS, "r1");
        Kept paged = new Kept(
                sent.id(),
                sent.to(),
                sent.channel(),
                sent.from(),
                sent.text(),
                sent.code(),
                sent.purpose(),
                sent.locale(),
                sent.language(),
                sent.createdAt(),
                sent.mail(),
                new Ties(Optional.empty(), Optional.of(Cause.page(new RequestId("r1")))));
        assertThat(shown(paged)).contains("a page of this server", "r1").doesNotContain("/console/doctor");
        assertThat(shown(sent)).contains("/console/doctor?id=r1");
    }

    @Test
    void a_subject_is_one_line() {
        assertThat(letter(kept(Channel.EMAIL, "a\r\nBcc: b\u2028c")).subject()).isEqualTo("a Bcc: b c");
    }

    @Test
    void a_number_has_its_plus_and_an_address_has_none() {
        assertThat(letter(kept(Channel.SMS, "85261234567")).to()).isEqualTo("+85261234567");
        assertThat(letter(kept(Channel.SMS, "a+b@example.com")).to()).isEqualTo("a+b@example.com");
        assertThat(letter(kept(Channel.SMS, "a+b@example.com")).alone())
                .isEqualTo("/console/inbox?to=a%2Bb%40example.com");
        assertThat(letter(kept(Channel.SMS, "1")).time()).isEqualTo("2026-01-02 03:04:05");
    }
}
