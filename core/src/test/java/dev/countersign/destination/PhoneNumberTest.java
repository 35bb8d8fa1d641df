package dev.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {
    private static final long SEED = 20270105;

    @Test
    void the_canonical_form_keeps_the_country_code_apart_and_is_read_again() {
        PhoneNumber number = new PhoneNumber("852", "18888888888");
        assertThat(number.canonical()).isEqualTo("+852 18888888888");
        assertThat(number.digits()).isEqualTo("85218888888888");
        assertThat(Destination.ofCanonical(number.canonical())).isEqualTo(number);
        assertThat(new PhoneNumber("85", "218888888888").canonical()).isNotEqualTo(number.canonical());
    }

    @ParameterizedTest
    @CsvSource({"852,1", "1,12345678901234567890123456789012", "86,0123", "999,00"})
    void is_1_to_3_digits_and_1_to_32_digits(String countryCode, String national) {
        assertThat(new PhoneNumber(countryCode, national).national()).isEqualTo(national);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "01,1",
        "1234,1",
        "'',1",
        "+1,1",
        "1,''",
        "1,123456789012345678901234567890123",
        "1,1a",
        "1,' 1'",
        "1,-1",
        "1,٣٣",
        "٣,1",
        "'1\n',1"
    })
    void anything_else_is_no_number(String countryCode, String national) {
        assertThatThrownBy(() -> new PhoneNumber(countryCode, national)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"61234567,+852******67", "12345,+852******5", "12,+852******", "1,+852******"})
    void is_shown_masked_and_printed_masked(String national, String masked) {
        PhoneNumber number = new PhoneNumber("852", national);
        assertThat(number.masked()).isEqualTo(masked);
        assertThat(number.toString()).isEqualTo(masked);
    }

    @Test
    void a_mask_never_shows_more_than_a_third_of_the_national_number() {
        RandomGenerator random = new java.util.Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String national = "1".repeat(1 + random.nextInt(32));
            String shown = new PhoneNumber("7", national).masked().substring("+7******".length());
            assertThat(shown.length() * 3).as("seed %d, %s", SEED, national).isLessThanOrEqualTo(national.length());
        }
    }

    @Test
    void channels_reach_what_they_can() {
        PhoneNumber number = new PhoneNumber("852", "61234567");
        MailAddress mail = new MailAddress("a@example.com");
        assertThat(Channel.SMS.reaches(number)).isTrue();
        assertThat(Channel.VOICE.reaches(number)).isTrue();
        assertThat(Channel.EMAIL.reaches(number)).isFalse();
        assertThat(Channel.SMS.reaches(mail)).isFalse();
        assertThat(Channel.VOICE.reaches(mail)).isFalse();
        assertThat(Channel.EMAIL.reaches(mail)).isTrue();
    }

    @Test
    void channels_have_words() {
        for (Channel channel : Channel.values()) {
            assertThat(Channel.of(channel.word())).isEqualTo(channel);
        }
        assertThatThrownBy(() -> Channel.of("SMS")).isInstanceOf(IllegalArgumentException.class);
    }
}
