package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerStore.Caps;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.testkit.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomersCallTest {
    private final Developer developer = new Developer();

    @BeforeEach
    void a_customer_exists() {
        Customer customer = new Customer(
                200_000_000_007L,
                DevWorld.DEV,
                "personal",
                new MailAddress("customer@example.com"),
                new PhoneNumber("852", "61234567"),
                "HK",
                "kghy_01",
                "kghy_0101",
                "",
                false,
                Developer.NOW);
        developer.customers.create(
                customer, "v", "hash", "", new Caps(5, 10), Given.caller(DevWorld.DEV), Developer.NOW);
    }

    @Test
    void records_that_a_customer_was_verified_and_that_it_is_not() {
        assertThat(Developer.ok(developer.ask("PUT", "/dev/customers/200000000007", "{\"verified\":true}")))
                .isEqualTo("{\"uin\":200000000007,\"verified\":true}");
        assertThat(developer.customers.verified).containsExactly(200_000_000_007L);

        Developer.ok(developer.ask("PUT", "/dev/customers/200000000007", "{\"verified\":false}"));
        assertThat(developer.customers.verified).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000000008", "0", "-1", "abc", "0200000000007", "99999999999999999999"})
    void knows_only_customers(String uin) {
        assertThat(Developer.problem(developer.ask("PUT", "/dev/customers/" + uin, "{\"verified\":true}"), 404))
                .contains("no customer has this UIN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | needs the member \"verified\"",
                "{\"verified\":1} | must be true or false",
                "{\"verified\":\"true\"} | must be true or false",
                "{\"verifed\":true} | did you mean \"verified\"?"
            })
    void refuses_anything_else(String body, String reason) {
        assertThat(Developer.problem(developer.ask("PUT", "/dev/customers/200000000007", body), 400))
                .contains(reason);
        assertThat(developer.customers.verified).isEmpty();
    }
}
