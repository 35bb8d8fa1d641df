package dev.countersign.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Message.Written;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.testkit.TestClock;
import dev.countersign.verification.Code;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a mail is written, read again by the library.
final class LetterTest {
    private static final Letter LETTER = new Letter("id.example.org", new MailAddress("no-reply@example.org"));
    private static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    private static String written(Message message) {
        return LETTER.of(message, TestClock.atNoon().instant());
    }

    private static MimeMessage read(Message message) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(written(message).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String html(Message message) throws Exception {
        MimeMultipart parts = (MimeMultipart) read(message).getContent();
        return new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, رمزك هو 482913, ar, rtl",
        "he_IL, הקוד שלך 482913, he-IL, rtl",
        "fa, کد شما 482913, fa, rtl",
        "ur, آپ کا کوڈ 482913, ur, rtl",
        "zh_CN, 482913 是您的验证码, zh-CN, ltr",
        "de, 482913 ist Ihr Code, de, ltr",
        "ar, 482913 is your code, en, ltr"
    })
    void a_page_says_its_language_and_direction(String locale, String text, String language, String direction)
            throws Exception {
        Message message = Letters.mail(Written.plain("Example", text), locale);
        assertThat(html(message))
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
                .contains(text);
        assertThat(read(message).getHeader("Content-Language")).containsExactly(language);
    }

    @Test
    void html_that_is_brought_is_the_body_or_the_whole() throws Exception {
        Written fragment = new Written("Example", "Your code", "482913", Optional.of("<h1>482913</h1>"));
        assertThat(html(Letters.mail(fragment, "en")))
                .contains("<title>Your code</title></head><body><h1>482913</h1></body>");
        String whole = "<!DOCTYPE html><html lang=\"en\"><body>482913</body></html>";
        assertThat(html(Letters.mail(new Written("E", "S", "482913", Optional.of(whole)), "en")))
                .isEqualTo(whole);
    }

    /// What an inbox keeps is what is sent: see `InboxContract`.
    @Test
    void our_own_mail_goes_out_as_it_was_written() throws Exception {
        DueMessage due = new DueMessage(
                "m1",
                1,
                Channel.EMAIL,
                new MailAddress("alice@example.com"),
                "login",
                "zh-CN",
                Optional.of(Code.of("482913")),
                TestClock.atNoon().instant().plusSeconds(600),
                0,
                "");
        Message mail = new TemplateBook(List.of(), Templates.standard())
                .write(due, TestClock.atNoon().instant());
        assertThat(html(mail))
                .isEqualTo(mail.written().html().orElseThrow())
                .contains("<html lang=\"zh-CN\" dir=\"ltr\">", "482913");
        assertThat(read(mail).getSubject()).isEqualTo(mail.written().subject());
    }

    @Test
    void a_text_is_shown_and_not_obeyed() throws Exception {
        assertThat(html(Letters.mail(Written.plain("<b>E</b>", "<script>1</script> & \"482913\""), "en")))
                .doesNotContain("<script>", "<b>")
                .contains("&lt;script&gt;1&lt;/script&gt; &amp; &quot;482913&quot;");
    }

    @Test
    void names_in_other_scripts_arrive() throws Exception {
        MimeMessage mail = read(Letters.mail(new Written("示例公司", "您的验证码", "482913", Optional.empty()), "zh_CN"));
        assertThat(mail.getSubject()).isEqualTo("您的验证码");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("示例公司");
    }

    /// Whatever the sender's name and the subject are, there are these headers and no others, one of each.
    @Test
    void nothing_adds_a_header() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Message message = Letters.mail(
                    new Written(any(random), any(random), any(random), Optional.of(any(random))), any(random));
            MimeMessage mail = read(message);
            assertThat(Collections.list(mail.getAllHeaders()))
                    .as("seed %d", seed)
                    .extracting(header -> header.getName())
                    .containsExactlyElementsOf(HEADERS);
            assertThat(((MimeMultipart) mail.getContent()).getCount())
                    .as("seed %d", seed)
                    .isEqualTo(2);
            assertThat(written(message).lines()).as("seed %d", seed).allMatch(line -> line.length() < 998);
        }
    }

    private static String any(Random random) {
        int[] points = "\r\n\r\nBcc: x@y.z\0\t\"<>,;:@=?_-.\u2028\u0085ü码😀 --=_countersign_="
                .codePoints()
                .toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return random.nextBoolean() ? text.toString() : text + "\r\nBcc: eve@example.net\r\n\r\n" + text;
    }
}
