package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerPage;
import dev.countersign.customer.CustomerStore;
import dev.countersign.customer.CustomerStore.Caps;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RegistrationRefusal.CustomersPerPartnerReached;
import dev.countersign.refusal.RegistrationRefusal.MailRegistered;
import dev.countersign.tenant.Tenant;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of customers keeps: an account and the spending of its code are one.
public abstract class CustomerStoreContract extends StoreContract {
    private static final Caps CAPS = new Caps(5, 10_000);
    private static final long UIN = 200_000_000_001L;

    @Test
    void creating_spends_the_code_and_makes_a_tenant() {
        Verification sent = verification(1);
        Customer stored = create(customer(UIN, 1), sent, CAPS);

        assertThat(stored).isEqualTo(customer(UIN, 1));
        assertThat(customers().find(UIN)).contains(stored);
        Tenant tenant = node().tenants().tenant(UIN).orElseThrow();
        assertThat(tenant.partner()).contains(Given.TENANT.id());
        assertThat(tenant.accountId()).hasSize(16);
        assertThat(node().tenants().principal(UIN, UIN)).isPresent();
        assertThat(node().verifications().find(Given.TENANT.id(), sent.id(), clock.instant()))
                .map(Verification::status)
                .contains(Status.REDEEMED);
        assertThat(customers().customersOf(Given.TENANT.id())).isEqualTo(1);
        assertThat(customers().accountsOf(Given.phone(1), Given.TENANT.id())).isEqualTo(1);
        assertThat(customers().accountsOf(Given.phone(1), Given.OTHER.id())).isZero();
        assertThat(customers().registered(mail(1))).isTrue();
    }

    @Test
    void a_code_that_is_spent_expired_foreign_or_of_another_number_creates_nothing() {
        Verification spent = verification(1);
        create(customer(UIN, 1), spent, CAPS);
        Verification others = verification(2);
        Verification expired = verification(3);

        assertThat(refusal(() -> create(customer(UIN + 1, 1, 50), spent, CAPS))).isEqualTo(new CodeNotAccepted(0));
        assertThat(refusal(() -> create(customer(UIN + 1, 1, 50), others, CAPS)))
                .isEqualTo(new CodeNotAccepted(0));
        later(Duration.ofMinutes(10));
        assertThat(refusal(() -> create(customer(UIN + 1, 3), expired, CAPS))).isEqualTo(new CodeNotAccepted(0));
        assertThat(customers().customersOf(Given.TENANT.id())).isEqualTo(1);
        assertThat(node().tenants().tenant(UIN + 1)).isEmpty();
    }

    @Test
    void a_refusal_leaves_the_code_good() {
        create(customer(UIN, 1), verification(1), CAPS);
        Verification sent = verification(2);

        assertThat(refusal(() -> create(customer(UIN + 1, 2, 1), sent, CAPS))).isEqualTo(new MailRegistered());
        assertThat(refusal(() -> create(customer(UIN + 1, 2), sent, new Caps(0, 10))))
                .isEqualTo(new AccountsPerNumberReached(0));
        assertThat(refusal(() -> create(customer(UIN + 1, 2), sent, new Caps(5, 1))))
                .isEqualTo(new CustomersPerPartnerReached(1));
        create(customer(UIN + 1, 2), sent, CAPS);
    }

    @Test
    void creating_resets_the_numbers_failures() {
        VerificationPolicy ten = new PolicyNumbers().tries(10).build();
        Verification made = make(Given.registration(Given.phone(1)), code(1), ten);
        for (int n = 0; n < 9; n++) {
            notAccepted(redeem(Given.registration(Given.phone(1)), WRONG));
        }
        create(customer(UIN, 1), made, CAPS);
        make(Given.registration(Given.phone(1)), code(2), ten);
        notAccepted(redeem(Given.registration(Given.phone(1)), WRONG));

        accepted(redeem(Given.registration(Given.phone(1)), code(2)));
    }

    @Test
    void a_uin_that_is_taken_gives_way_to_the_next_free_one() {
        node().tenants().add(Given.tenant(UIN + 1));
        create(customer(UIN, 1), verification(1), CAPS);

        Customer moved = create(customer(UIN, 2), verification(2), CAPS);
        assertThat(moved.uin()).isEqualTo(UIN + 2);
        assertThat(customers().find(UIN + 2)).contains(moved);
        assertThat(node().tenants().tenant(UIN + 2)).map(Tenant::products).contains(Set.of());
    }

    @Test
    void customers_are_paged_by_uin_and_marked_verified() {
        for (int n = 0; n < 5; n++) {
            create(customer(UIN + n, n), verification(n), CAPS);
        }

        assertThat(customers().page(Given.TENANT.id(), 0, 2)).isEqualTo(new CustomerPage(List.of(UIN, UIN + 1), 5));
        assertThat(customers().page(Given.TENANT.id(), 4, 2)).isEqualTo(new CustomerPage(List.of(UIN + 4), 5));
        assertThat(customers().page(Given.TENANT.id(), 5, 2)).isEqualTo(new CustomerPage(List.of(), 5));
        assertThat(customers().page(Given.OTHER.id(), 0, 2)).isEqualTo(new CustomerPage(List.of(), 0));
        assertThat(customers().page(1, 0, 2)).isEqualTo(new CustomerPage(List.of(), 0));
        assertThat(customers().verified(UIN, true)).isTrue();
        assertThat(customers().find(UIN)).map(Customer::verified).contains(true);
        assertThat(customers().verified(1, true)).isFalse();
        assertThat(customers().find(1)).isEmpty();
    }

    @Test
    void of_many_registrations_with_one_code_one_succeeds() {
        Verification sent = verification(1);
        List<Optional<Customer>> created = Race.of(50, n -> tryCreate(n, customer(UIN + n, 1, n), sent, CAPS));

        assertThat(created).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(customers().customersOf(Given.TENANT.id())).isEqualTo(1);
    }

    @Test
    void parallel_registrations_never_exceed_the_caps_share_a_mail_or_a_uin() {
        List<Verification> codes =
                IntStream.range(0, 40).mapToObj(this::verification).toList();
        List<Optional<Customer>> sameMail = Race.of(10, n -> tryCreate(n, customer(UIN, n, 1), codes.get(n), CAPS));
        assertThat(sameMail).filteredOn(Optional::isPresent).hasSize(1);

        List<Optional<Customer>> capped =
                Race.of(30, n -> tryCreate(n, customer(UIN, n + 10), codes.get(n + 10), new Caps(5, 8)));
        assertThat(capped).filteredOn(Optional::isPresent).hasSize(7);
        assertThat(capped.stream().flatMap(Optional::stream).map(Customer::uin))
                .doesNotHaveDuplicates()
                .doesNotContain(UIN);
    }

    private CustomerStore customers() {
        return node().customers();
    }

    private Verification verification(int phone) {
        return make(Given.registration(Given.phone(phone)), code(1), VerificationPolicy.standard());
    }

    private Customer create(Customer customer, Verification with, Caps caps) {
        return customers().create(customer, with.id(), "$argon2id$", "more", caps, CALLER, clock.instant());
    }

    private Optional<Customer> tryCreate(int runner, Customer customer, Verification with, Caps caps) {
        Node of = runner % 2 == 0 ? node() : installation().another();
        try {
            return Optional.of(
                    of.customers().create(customer, with.id(), "$argon2id$", "more", caps, CALLER, clock.instant()));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static MailAddress mail(int n) {
        return new MailAddress("customer" + n + "@example.com");
    }

    private Customer customer(long uin, int n) {
        return customer(uin, n, n);
    }

    private Customer customer(long uin, int phone, int mail) {
        PhoneNumber number = Given.phone(phone);
        return new Customer(
                uin,
                Given.TENANT.id(),
                "company",
                mail(mail),
                number,
                "HK",
                "kghy_01",
                "kghy_0101",
                "Customer " + mail,
                false,
                clock.instant());
    }
}
