package dev.countersign.delivery.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.Template.Words;
import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which template a message is written by, and what it then says.
class TemplateBookTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    /// The language table that the vendor's pages point to.
    private static final List<String> TABLE = List.of(("af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB"
                    + " en_US et fil fi fr ka de el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr"
                    + " nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te th tr uk ur uz vi zu")
            .split(" "));

    private static DueMessage due(long tenant, String purpose, Channel channel, String locale, String details) {
        boolean notice = purpose.startsWith("notice-");
        return new DueMessage(
                "id-1",
                tenant,
                channel,
                channel == Channel.EMAIL ? new MailAddress("a@example.com") : new PhoneNumber("852", "61234567"),
                purpose,
                locale,
                notice ? Optional.empty() : Optional.of(Code.of("012345")),
                NOW.plus(Duration.ofMinutes(10)),
                0,
                details);
    }

    private static DueMessage due(Channel channel, String locale) {
        return due(1, "login", channel, locale, "");
    }

    private static Words words(String text) {
        return new Words(
                Optional.empty(),
                Optional.of(TemplateText.parse(text)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Scope scope(String tenant, String purpose, String channel, String locale) {
        return new Scope(
                given(tenant).map(Long::valueOf), given(purpose), given(channel).map(Channel::of), given(locale));
    }

    private static Optional<String> given(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text);
    }

    private static Template template(String name, String scope) {
        String[] parts = scope.split(" ");
        return new Template(
                name,
                scope(parts[0], parts[1], parts[2], parts[3]),
                words(parts[1].startsWith("notice") ? name : name + " {code} {details}"));
    }

    private static TemplateBook book(Template... templates) {
        return new TemplateBook(Arrays.asList(templates), Templates.standard());
    }

    private static String text(TemplateBook book, DueMessage due) {
        return book.write(due, NOW).text();
    }

    @Test
    void the_tenant_goes_before_the_purpose_before_the_channel_before_the_locale() {
        List<String> order = List.of(
                "1 login sms pt_BR",
                "1 login sms pt",
                "1 login sms -",
                "1 login - pt_BR",
                "1 - sms pt_BR",
                "1 - - -",
                "- login sms pt",
                "- login - pt_BR",
                "- - sms pt_BR",
                "- - - pt",
                "- - - -");
        for (int first = 0; first < order.size(); first++) {
            Template[] rest = order.subList(first, order.size()).reversed().stream()
                    .map(scope -> template(scope.replace(' ', '.'), scope))
                    .toArray(Template[]::new);
            assertThat(text(book(rest), due(Channel.SMS, "pt-br")))
                    .isEqualTo(order.get(first).replace(' ', '.') + " 012345");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2 - - -, 1 login sms en",
        "- migration - -, 1 login sms en",
        "- - voice -, 1 login sms en",
        "- - - pt_PT, 1 login sms pt_BR",
        "- - - pt_BR, 1 login sms pt",
        "- - - zh_CN, 1 login sms zh_TW"
    })
    void a_template_for_others_is_not_taken(String scope, String message) {
        String[] parts = message.split(" ");
        DueMessage due = due(Long.parseLong(parts[0]), parts[1], Channel.of(parts[2]), parts[3], "");
        assertThat(book(template("other", scope)).chosen(due)).isEmpty();
    }

    @Test
    void hong_kong_is_served_by_the_characters_that_it_reads() {
        Template taiwan = template("taiwan", "- - - zh_TW");
        Template plain = template("plain", "- - - zh");
        assertThat(book(plain, taiwan).chosen(due(Channel.SMS, "zh_HK"))).contains(taiwan);
        assertThat(book(plain).chosen(due(Channel.SMS, "zh_HK"))).contains(plain);
        assertThat(book(taiwan).chosen(due(Channel.SMS, "zh"))).isEmpty();
        assertThat(book(template("a", "- - - id")).chosen(due(Channel.SMS, "in")))
                .isPresent();
    }

    @Test
    void every_locale_of_the_table_is_accepted_and_falls_back_to_english() {
        TemplateBook book = book(template("english", "- - - en"), template("portugal", "- - - pt_PT"));
        for (String locale : TABLE) {
            String expected = switch (locale) {
                case "pt_PT" -> "portugal 012345";
                case "zh_CN" -> "012345 是您的登录验证码，10 分钟内有效，请勿告诉他人。";
                case "zh_HK", "zh_TW" -> "012345 是您的登入驗證碼，10 分鐘內有效，請勿告訴他人。";
                case "id" ->
                    "012345 adalah kode Anda untuk masuk. Berlaku selama 10 menit. Jangan berikan kepada"
                            + " siapa pun.";
                default -> "english 012345";
            };
            assertThat(text(book, due(Channel.SMS, locale))).as(locale).isEqualTo(expected);
            assertThat(Locales.wellFormed(locale)).isTrue();
        }
        assertThat(text(book(), due(Channel.SMS, "sw"))).startsWith("012345 is your code to log in.");
    }

    @Test
    void an_operation_is_never_confirmed_without_its_fields_shown() {
        Template silent = new Template("silent", Scope.ALL, words("{code}"));
        DueMessage operation = due(1, "operation", Channel.SMS, "en", "amount: 100");
        assertThat(text(book(silent), operation)).endsWith("It confirms: amount: 100");
        assertThat(text(book(silent, template("t", "- - - -")), operation)).isEqualTo("t 012345 amount: 100");
        assertThatThrownBy(() -> new Template("t", scope("-", "operation", "-", "-"), words("{code}")))
                .hasMessageContaining("lacks {details}");
    }

    @Test
    void a_notice_is_written_only_by_a_template_of_its_own() {
        DueMessage notice = due(1, "notice-changed", Channel.SMS, "en", "");
        assertThat(text(book(template("t", "- - - -")), notice)).startsWith("The number or address of your account");
        assertThat(text(book(template("changed", "- notice-changed - -")), notice))
                .isEqualTo("changed");
        assertThatThrownBy(() -> new Template("t", scope("-", "notice-changed", "-", "-"), words("{code}")))
                .hasMessageContaining("a notice has no code");
    }

    @Test
    void a_call_hears_the_code_digit_by_digit() {
        Template template = new Template("t", Scope.ALL, words("Your code: {code}. Again: {code}."));
        assertThat(text(book(template), due(Channel.VOICE, "en")))
                .isEqualTo("Your code: 0 1 2 3 4 5. Again: 0 1 2 3 4 5.");
    }

    @Test
    void sender_and_domain_can_be_set_without_words_of_ones_own() {
        Words words = new Words(
                Optional.of("Acme"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("acme.example"));
        TemplateBook book = book(new Template("t", Scope.ALL, words));
        Message sms = book.write(due(Channel.SMS, "en"), NOW);
        assertThat(sms.from()).isEqualTo("Acme");
        assertThat(sms.text())
                .isEqualTo("012345 is your code to log in. It is valid for 10 minutes. Never share it."
                        + "\n@acme.example #012345");
        assertThat(OriginLine.read(sms.text())).isPresent();
        assertThat(text(book, due(Channel.VOICE, "en"))).doesNotContain("@acme");
        assertThat(text(book, due(Channel.EMAIL, "en"))).doesNotContain("@acme");
        assertThat(text(book, due(1, "notice-changed", Channel.SMS, "en", ""))).doesNotContain("@acme");
        assertThat(book.write(due(Channel.EMAIL, "en"), NOW).written().subject())
                .isEqualTo("Acme");
    }

    @Test
    void a_template_that_writes_the_line_itself_gets_no_second_one() {
        Words words = new Words(
                Optional.empty(),
                Optional.of(TemplateText.parse("Code {code}\n\n@{domain} #{code}")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("acme.example"));
        assertThat(text(book(new Template("t", Scope.ALL, words)), due(Channel.SMS, "en")))
                .isEqualTo("Code 012345\n\n@acme.example #012345");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, <html lang=\"ar\" dir=\"rtl\">",
        "he, <html lang=\"he\" dir=\"rtl\">",
        "fa, <html lang=\"fa\" dir=\"rtl\">",
        "ur, <html lang=\"ur\" dir=\"rtl\">",
        "pt_BR, <html lang=\"pt-BR\" dir=\"ltr\">",
        "-, <html dir=\"auto\">"
    })
    void a_mail_has_the_language_and_direction_of_its_template(String locale, String tag) {
        Template template = template("t", "- - email " + locale);
        String html = html(book(template), due(Channel.EMAIL, locale.equals("-") ? "ar" : locale));
        assertThat(html).contains(tag, ">t 012345</p>", "name=\"viewport\"");
    }

    @Test
    void our_own_mails_are_html_too_in_the_language_that_they_are_in() {
        assertThat(html(book(), due(Channel.EMAIL, "ar"))).contains("<html lang=\"en\" dir=\"ltr\">", "012345 is your");
        assertThat(html(book(), due(Channel.EMAIL, "zh_HK"))).contains("<html lang=\"zh-TW\" dir=\"ltr\">");
    }

    @Test
    void nothing_that_is_filled_into_a_mail_is_markup() {
        String evil = "<script>alert('x')</script> & \"more\"";
        Words words = new Words(
                Optional.empty(),
                Optional.of(TemplateText.parse("{code} {details}")),
                Optional.of(TemplateText.parse("Your code {code}")),
                Optional.of(TemplateText.parse("<p>{code}</p>\n<p>{details}</p>")),
                Optional.empty());
        TemplateBook book = book(new Template("t", Scope.ALL, words));
        Message mail = book.write(due(1, "operation", Channel.EMAIL, "en", evil), NOW);
        assertThat(mail.written().html().orElseThrow())
                .contains("<p>012345</p>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script>");
        assertThat(mail.text()).isEqualTo("012345 " + evil);
        assertThat(mail.written().subject()).isEqualTo("Your code 012345");
        DueMessage plain = due(1, "operation", Channel.EMAIL, "en", evil);
        assertThat(html(book(), plain)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void a_whole_document_stays_as_its_writer_made_it() {
        String document = "<!DOCTYPE html><html lang=\"de\"><body>{code}</body></html>";
        Words words = new Words(
                Optional.empty(),
                Optional.of(TemplateText.parse("{code}")),
                Optional.empty(),
                Optional.of(TemplateText.parse(document)),
                Optional.empty());
        assertThat(html(book(new Template("t", Scope.ALL, words)), due(Channel.EMAIL, "en")))
                .isEqualTo(document.replace("{code}", "012345"));
    }

    private static String html(TemplateBook book, DueMessage due) {
        return book.write(due, NOW).written().html().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | no code in it | text lacks {code}",
                "sms | {code} at {domain} | {domain}, but no domain is set"
            })
    void words_that_can_not_work_are_refused(String channel, String text, String why) {
        assertThatThrownBy(() -> new Template("t", scope("-", "-", channel, "-"), words(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void only_mails_have_subjects_and_html_and_a_domain_is_a_host() {
        Optional<TemplateText> code = Optional.of(TemplateText.parse("{code}"));
        Optional<TemplateText> none = Optional.empty();
        Scope sms = scope("-", "-", "sms", "-");
        assertThatThrownBy(
                        () -> new Template("t", sms, new Words(Optional.empty(), code, code, none, Optional.empty())))
                .hasMessageContaining("only a mail has a subject");
        assertThatThrownBy(
                        () -> new Template("t", sms, new Words(Optional.empty(), code, none, code, Optional.empty())))
                .hasMessageContaining("only a mail has a second form");
        assertThatThrownBy(() ->
                        new Template("t", Scope.ALL, new Words(Optional.empty(), none, none, code, Optional.empty())))
                .hasMessageContaining("html needs text");
        assertThatThrownBy(() -> new Template(
                        "t", sms, new Words(Optional.empty(), code, none, none, Optional.of("https://acme.example"))))
                .hasMessageContaining("must be a host name");
        assertThatThrownBy(() -> scope("-", "-", "-", "english please")).hasMessageContaining("must look like");
    }

    @Test
    void nothing_is_printed_that_holds_a_code() {
        assertThat(template("t", "- - - -").toString()).isEqualTo("Template(t)");
        assertThat(Filling.of(due(Channel.SMS, "en"), "", NOW).toString()).doesNotContain("012345");
    }
}
