package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.MailAddress;
import dev.countersign.store.SqlTestNumbers.TestNumber;
import dev.countersign.testkit.Given;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What is kept about test numbers, and about settings, which are as small.
abstract class TestNumbersContract extends SqlContract {
    @Test
    void a_test_number_has_its_code_until_its_date() {
        SqlTestNumbers numbers = numbers();
        Instant until = clock.instant().plus(Duration.ofDays(1));
        numbers.put(new TestNumber(Given.phone(1), code(1), until));

        assertThat(numbers.codeFor(Given.phone(1), until.minusMillis(1))).contains(code(1));
        assertThat(numbers.codeFor(Given.phone(1), until)).isEmpty();
        assertThat(numbers.codeFor(Given.phone(2), clock.instant())).isEmpty();
    }

    @Test
    void a_test_number_is_changed_listed_and_taken_away() {
        SqlTestNumbers numbers = numbers();
        Instant until = clock.instant().plus(Duration.ofDays(1));
        TestNumber mail = new TestNumber(new MailAddress("a@example.com"), code(3), until);
        numbers.put(new TestNumber(Given.phone(1), code(1), until));
        numbers.put(new TestNumber(Given.phone(1), code(2), until));
        numbers.put(mail);

        assertThat(numbers.list()).containsExactlyInAnyOrder(new TestNumber(Given.phone(1), code(2), until), mail);
        assertThat(numbers.delete(Given.phone(1))).isTrue();
        assertThat(numbers.delete(Given.phone(1))).isFalse();
        assertThat(numbers.codeFor(Given.phone(1), clock.instant())).isEmpty();
        assertThat(numbers.list()).containsExactly(mail);
    }

    @Test
    void test_numbers_outlive_the_process() {
        Instant until = clock.instant().plus(Duration.ofDays(1));
        numbers().put(new TestNumber(Given.phone(1), code(1), until));

        assertThat(numbers().codeFor(Given.phone(1), clock.instant())).contains(code(1));
    }

    @Test
    void what_changed_behind_the_stores_back_is_seen_after_a_refresh() {
        SqlTestNumbers seen = numbers();
        assertThat(seen.list()).isEmpty();
        numbers().put(new TestNumber(Given.phone(1), code(1), clock.instant().plusSeconds(1)));
        seen.refresh();

        assertThat(seen.codeFor(Given.phone(1), clock.instant())).contains(code(1));
    }

    @Test
    void settings_are_put_changed_and_removed() {
        Settings settings = new Settings(transactions());
        assertThat(settings.get(Settings.KIND)).isEmpty();
        settings.put(Settings.KIND, "dev");
        settings.put(Settings.KIND, "serve");
        assertThat(settings.get(Settings.KIND)).contains("serve");
        settings.remove(Settings.KIND);

        assertThat(settings.get(Settings.KIND)).isEmpty();
    }

    private SqlTestNumbers numbers() {
        return new SqlTestNumbers(transactions(), seals());
    }
}
