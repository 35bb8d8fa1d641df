package dev.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> PURPOSES = List.of(
            "registration", "migration", "number-registration", "login", "operation", "enrolment", "of-their-own");

    private static final List<String> LANGUAGES = List.of("en", "zh_CN", "zh_TW", "id");

    /// The language table that the vendor's pages point to.
    private static final List<String> TABLE = List.of(("af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB"
                    + " en_US et fil fi fr ka de el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr"
                    + " nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te th tr uk ur uz vi zu")
            .split(" "));

    private static Message written(Channel channel, String purpose, String locale, Duration left) {
        return written(channel, purpose, locale, left, "");
    }

    private static Message written(Channel channel, String purpose, String locale, Duration left, String details) {
        return Templates.standard()
                .write(
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
        return Templates.standard()
                .write(
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
        Map<String, List<String>> words = Map.of(
                "en",
                        List.of(
                                "was changed by an administrator",
                                "was replaced by another",
                                "was removed by an administrator"),
                "fr",
                        List.of(
                                "was changed by an administrator",
                                "was replaced by another",
                                "was removed by an administrator"),
                "zh-CN", List.of("已被管理员更改", "已更换", "移除"),
                "zh_TW", List.of("已被管理員變更", "已更換", "移除您帳號"),
                "id", List.of("telah diubah oleh administrator", "telah diganti", "telah dihapus oleh administrator"));
        words.forEach((locale, saying) -> {
            Iterator<String> said = saying.iterator();
            for (Notice.Kind kind : Notice.Kind.values()) {
                Message notice = notice(kind, locale);
                assertThat(notice.code()).isEmpty();
                assertThat(notice.purpose()).isEqualTo(kind.word());
                assertThat(notice.text()).contains(said.next()).doesNotContain("%");
                assertThat(notice.text().length()).isLessThanOrEqualTo(locale.startsWith("zh") ? 70 : 160);
            }
        });
    }

    @Test
    void every_purpose_has_a_text_of_its_own_with_the_code_first() {
        for (String locale : LANGUAGES) {
            assertThat(PURPOSES.stream().map(purpose -> text(purpose, locale)).distinct())
                    .hasSize(PURPOSES.size())
                    .allSatisfy(text -> assertThat(text).startsWith("012345 ").contains("10"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh_CN", "ZH", "zh-Hans-HK"})
    void chinese_is_written_for_its_locales(String locale) {
        assertThat(text("login", locale)).isEqualTo("012345 是您的登录验证码，10 分钟内有效，请勿告诉他人。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_TW", "zh-HK", "ZH-mo", "zh-Hant", "zh-Hant-CN"})
    void traditional_chinese_is_written_for_its_locales(String locale) {
        assertThat(text("migration", locale)).isEqualTo("012345 是您移轉此號碼的驗證碼，10 分鐘內有效，請勿告訴他人。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "id_ID", "in"})
    void indonesian_is_written_for_its_locales(String locale) {
        assertThat(text("migration", locale))
                .isEqualTo("012345 adalah kode Anda untuk memindahkan nomor telepon ini. Berlaku selama 10 menit."
                        + " Jangan berikan kepada siapa pun.");
    }

    @Test
    void every_locale_of_the_table_is_accepted_and_the_message_tells_the_one_asked_for_and_the_one_used() {
        for (String locale : TABLE) {
            Message message = written(Channel.SMS, "migration", locale, Duration.ofMinutes(10));
            String used = switch (locale) {
                case "zh_CN", "zh_TW", "id" -> locale;
                case "zh_HK" -> "zh_TW";
                default -> "en";
            };
            assertThat(message.locale()).isEqualTo(locale);
            assertThat(message.language().word()).as(locale).isEqualTo(used);
            assertThat(message.text()).isEqualTo(text("migration", used));
        }
        assertThat(TABLE).hasSize(71).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "fr", "", "xx-unknown", "zhuang", "idle", "_", "-"})
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
    void a_call_speaks_digit_by_digit_in_every_language() {
        assertThat(written(Channel.VOICE, "login", "en", Duration.ofMinutes(10)).text())
                .startsWith("0 1 2 3 4 5 is your code");
        for (String locale : LANGUAGES) {
            for (String purpose : PURPOSES) {
                assertThat(written(Channel.VOICE, purpose, locale, Duration.ofMinutes(10))
                                .text())
                        .startsWith("0 1 2 3 4 5 ")
                        .doesNotContain("012345");
            }
        }
    }

    /// One segment is 160 septets of GSM-7, which all characters of our English and Indonesian texts are in, or 70
    /// characters
    /// of UCS-2.
    @Test
    void every_text_message_fits_one_segment() {
        for (String purpose : PURPOSES) {
            for (String locale : List.of("en", "id")) {
                String latin = text(purpose, locale).replace("012345", "01234567");
                assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(latin))
                        .isTrue();
                assertThat(latin).doesNotContainPattern("[`\\[\\]{}^~|\\\\]").hasSizeLessThanOrEqualTo(160);
            }
            for (String locale : List.of("zh_CN", "zh_TW")) {
                assertThat(text(purpose, locale).replace("012345", "01234567")).hasSizeLessThanOrEqualTo(70);
            }
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
