package dev.countersign.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Country;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibphonenumberPlanTest {
    private final NumberingPlan plan = new LibphonenumberPlan();

    @ParameterizedTest
    @CsvSource({
        "+85261234567, 852, 61234567",
        "0085261234567, 852, 61234567",
        "85261234567, 852, 61234567",
        "+852 6123-4567, 852, 61234567",
        "+44 (0)7911 123456, 44, 7911123456",
        "004407911123456, 44, 7911123456",
        "+390612345678, 39, 0612345678",
        "+12425550123, 1, 2425550123",
        "+852 18888888888, 852, 18888888888"
    })
    void ways_of_writing_a_number_meet_in_one(String written, String countryCode, String national) {
        assertThat(plan.parse(written)).contains(new PhoneNumber(countryCode, national));
    }

    @ParameterizedTest
    @CsvSource({"44, 07911123456, 7911123456", "852, 61234567, 61234567", "39, 0612345678, 0612345678"})
    void trunk_zeros_go_and_zeros_of_the_number_stay(String countryCode, String given, String national) {
        assertThat(plan.normalise(countryCode, given)).isEqualTo(new PhoneNumber(countryCode, national));
    }

    @ParameterizedTest
    @CsvSource({"''", "+", "abc", "+999123", "+0123456", "85", "+852x61234567", "١٢٣٤٥٦"})
    void what_is_no_number_is_not_read(String written) {
        assertThat(plan.parse(written)).isEmpty();
    }

    @Test
    void a_number_that_no_plan_allows_is_kept_as_it_is() {
        assertThat(plan.normalise("852", "18888888888")).isEqualTo(new PhoneNumber("852", "18888888888"));
        assertThat(plan.normalise("852", "1")).isEqualTo(new PhoneNumber("852", "1"));
        String longest = "1".repeat(32);
        assertThat(plan.normalise("852", longest)).isEqualTo(new PhoneNumber("852", longest));
        assertThat(plan.possible(new PhoneNumber("852", "1"))).isFalse();
        assertThat(plan.valid(new PhoneNumber("852", "18888888888"))).isFalse();
        assertThat(plan.valid(new PhoneNumber("852", "61234567"))).isTrue();
    }

    @Test
    void normalising_twice_changes_nothing() {
        long seed = 20261122L;
        SplittableRandom random = new SplittableRandom(seed);
        List<Country> countries = plan.countries();
        for (int i = 0; i < 20_000; i++) {
            String countryCode = countries.get(random.nextInt(countries.size())).countryCode();
            String national = digits(random, 5 + random.nextInt(9));
            PhoneNumber once = plan.normalise(countryCode, national);
            PhoneNumber written = plan.parse(once.digits()).orElseThrow();
            assertThat(written)
                    .as("seed %d: %s %s", seed, countryCode, national)
                    .isEqualTo(plan.normalise(once.countryCode(), once.national()));
        }
    }

    private static String digits(SplittableRandom random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(i == 0 ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return digits.toString();
    }

    @Test
    void every_country_is_listed_once_with_names_and_codes() {
        List<Country> countries = plan.countries();
        assertThat(countries).hasSizeGreaterThan(230).extracting(Country::iso2).doesNotHaveDuplicates();
        assertThat(countries).allSatisfy(country -> {
            assertThat(country.englishName()).isNotBlank();
            assertThat(country.chineseName()).isNotBlank();
            assertThat(plan.assigned(country.countryCode())).isTrue();
        });
        assertThat(countries)
                .filteredOn(country -> country.iso2().equals("HK"))
                .singleElement()
                .satisfies(hongKong -> {
                    assertThat(hongKong.iso3()).isEqualTo("HKG");
                    assertThat(hongKong.countryCode()).isEqualTo("852");
                    assertThat(hongKong.chineseName()).contains("香港");
                });
        List<String> dialled = countries.stream().map(Country::iso2).toList();
        assertThat(List.of(Locale.getISOCountries()))
                .as("countries of ISO 3166 that can't be dialled have no inhabitants of their own")
                .filteredOn(iso2 -> !dialled.contains(iso2))
                .containsExactlyInAnyOrder("AQ", "BV", "GS", "HM", "PN", "TF", "UM");
    }
}
