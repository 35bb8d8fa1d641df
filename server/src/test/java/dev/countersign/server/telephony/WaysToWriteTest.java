package dev.countersign.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Destinations;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.destination.PhoneValidation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A number of a space is written in two parts when it comes in and in one piece afterwards: all of it is one number.
final class WaysToWriteTest {
    private final Destinations destinations = new Destinations(new LibphonenumberPlan(), PhoneValidation.SYNTAX);

    @ParameterizedTest
    @CsvSource({
        "86, 13800001234",
        "86, 13900001234",
        "852, 61234567",
        "852, 18888888888",
        "62, 81234567890",
        "1, 2025550123",
        "44, 7400123456",
        "65, 81234567"
    })
    void in_two_parts_and_in_one_piece_it_is_the_same_number(String countryCode, String national) {
        PhoneNumber parts = destinations.phone(countryCode, national);
        String digits = countryCode + national;
        assertThat(parts.digits()).isEqualTo(digits);
        for (String written : List.of(digits, "+" + digits, "00" + digits, "+" + countryCode + " " + national)) {
            assertThat(destinations.written(written)).as(written).isEqualTo(parts);
        }
    }

    @ParameterizedTest
    @CsvSource({"62, 081234567890, 6281234567890", "44, 07400123456, 447400123456"})
    void a_trunk_zero_is_left_out(String countryCode, String national, String digits) {
        assertThat(destinations.phone(countryCode, national)).isEqualTo(destinations.written(digits));
    }
}
