package dev.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> PURPOSES = List.of(
            "registration", "migration", "number-registration", "login", "operation", "enrolment", "of-their-own");

    private static Message written(Channel channel, String purpose, String locale, Duration left) {
        return written(channel, purpose, locale, left, "");
    }

    private static Message written(Channel channel, String purpose, String locale, Duration left, String details) {
        return Templates.write(
                new DueMessage(
                        "id-1",
                        1,
                        channel,
                        new PhoneNumber("852", "61234567"),
                        purpose,
                        locale,
                        Optional.of(Code.of("012345")),
                        NOW.plus(left),
                        0,
                        details),
                NOW);
    }

    private static String text(String purpose, String locale) {
        return written(Channel.SMS, purpose, locale, Duration.ofMinutes(10)).text();
    }

    private static Message notice(Notice.Kind kind, String locale) {
        return Templates.write(
                new DueMessage(
                        "id-1",
                        1,
                        Channel.SMS,
                        new PhoneNumber("852", "61234567"),
                        kind.word(),
                        locale,
                        Optional.empty(),
                        NOW,
                        0,
                        ""),
                NOW);
    }

    @Test
    void a_notice_has_no_code_and_says_what_happened() {
        for (String locale : List.of("en", "fr", "zh-CN")) {
            boolean chinese = locale.startsWith("zh");
            for (Notice.Kind kind : Notice.Kind.values()) {
                Message notice = notice(kind, locale);
                assertThat(notice.code()).isEmpty();
                assertThat(notice.purpose()).isEqualTo(kind.word());
                assertThat(notice.text())
                        .contains(chinese ? "您账号" : "your account")
                        .doesNotContain("%");
                assertThat(notice.text().length()).isLessThanOrEqualTo(chinese ? 70 : 160);
            }
            assertThat(notice(Notice.Kind.CHANGED, locale).text())
                    .contains(chinese ? "已被管理员更改" : "was changed by an administrator");
            assertThat(notice(Notice.Kind.REPLACED, locale).text())
                    .contains(chinese ? "已更换" : "was replaced by another");
            assertThat(notice(Notice.Kind.WITHDRAWN, locale).text())
                    .contains(chinese ? "移除" : "was removed by an administrator");
        }
    }

    @Test
    void every_purpose_has_a_text_of_its_own_with_the_code_first() {
        for (String locale : List.of("en", "zh")) {
            assertThat(PURPOSES.stream().map(purpose -> text(purpose, locale)).distinct())
                    .hasSize(PURPOSES.size())
                    .allSatisfy(text -> assertThat(text).startsWith("012345 ").contains("10"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh_CN", "ZH", "zh-Hant"})
    void chinese_is_written_for_its_locales(String locale) {
        assertThat(text("login", locale)).isEqualTo("012345 是您的登录验证码，10 分钟内有效，请勿告诉他人。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "fr", "", "xx-unknown"})
    void every_other_locale_falls_back_to_english(String locale) {
        assertThat(text("login", locale))
                .isEqualTo("012345 is your code to log in. It is valid for 10 minutes. Never share it.");
    }

    @Test
    void turkish_and_arabic_defaults_of_the_machine_change_nothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr", "ar-SA-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(text("login", "ZH")).startsWith("012345 是");
                assertThat(text("login", "en")).contains("10 minutes");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"600,10", "599,10", "570,10", "569,9", "61,1", "30,1", "1,1", "0,1"})
    void minutes_are_rounded_and_never_none(int seconds, int minutes) {
        assertThat(written(Channel.SMS, "login", "en", Duration.ofSeconds(seconds))
                        .text())
                .contains("valid for " + minutes + " minutes");
    }

    @Test
    void a_call_speaks_digit_by_digit() {
        assertThat(written(Channel.VOICE, "login", "en", Duration.ofMinutes(10)).text())
                .startsWith("0 1 2 3 4 5 is your code");
    }

    /// One segment is 160 septets of GSM-7, which all characters of our English texts are in, or 70 characters
    /// of UCS-2.
    @Test
    void every_text_message_fits_one_segment() {
        for (String purpose : PURPOSES) {
            String english = text(purpose, "en").replace("012345", "01234567");
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(english))
                    .isTrue();
            assertThat(english).doesNotContainPattern("[`\\[\\]{}^~|\\\\]").hasSizeLessThanOrEqualTo(160);
            assertThat(text(purpose, "zh").replace("012345", "01234567")).hasSizeLessThanOrEqualTo(70);
        }
    }

    @Test
    void a_message_is_printed_without_text_and_code() {
        assertThat(written(Channel.SMS, "login", "en", Duration.ofMinutes(10)).toString())
                .isEqualTo("Message(id-1 by sms to +852******67)");
    }

    @Test
    void an_operations_fields_follow_the_sentence() {
        assertThat(written(Channel.SMS, "operation", "en", Duration.ofMinutes(10), "amount: 100; payee: Bob")
                        .text())
                .isEqualTo("012345 is your code to confirm an operation. It is valid for 10 minutes. Never share it."
                        + " It confirms: amount: 100; payee: Bob");
        assertThat(written(Channel.SMS, "operation", "zh", Duration.ofMinutes(10), "金额: 100")
                        .text())
                .endsWith("请勿告诉他人。操作内容：金额: 100");
    }
}
