package dev.countersign.customer;

import dev.countersign.destination.Channel;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.password.Passwords;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CustomerRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RegistrationRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Registers a partner's customers and tells about them.
public final class Customers {
    private static final Set<String> ACCOUNT_TYPES = Set.of("personal", "company");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern SYMBOL = Pattern.compile("[!@#$%^&*()]");
    private static final long FIRST_UIN = 200_000_000_000L;
    private static final long UINS = 1_000_000_000L;

    private final CustomerStore store;
    private final Verifications verifications;
    private final Passwords passwords;
    private final Rules rules;
    private final Surroundings surroundings;

    /// What registration goes by.
    public record Rules(RegistrationPolicy policy, NumberingPlan plan, Trades trades) {}

    /// What registration needs from outside.
    ///
    /// @param clock the time that accounts are made at
    /// @param random draws new UINs
    public record Surroundings(InstantSource clock, RandomGenerator random) {}

    /// @param store keeps customers
    /// @param verifications sends and compares codes
    /// @param passwords hashes passwords
    /// @param rules what registration goes by
    /// @param surroundings clock and randomness
    public Customers(
            CustomerStore store,
            Verifications verifications,
            Passwords passwords,
            Rules rules,
            Surroundings surroundings) {
        this.store = store;
        this.verifications = verifications;
        this.passwords = passwords;
        this.rules = rules;
        this.surroundings = surroundings;
    }

    /// Sends a code to a number that is to be registered.
    ///
    /// @param locale the language of the message
    /// @throws Refused with a [dev.countersign.refusal.SendRefusal]; nothing is stored then
    public Verification sendCode(Caller partner, PhoneNumber phone, String locale) {
        served(phone);
        withinNumberCap(partner, phone);
        return verifications.issue(new Demand(binding(partner, phone), Channel.SMS, locale, partner, Optional.empty()));
    }

    /// Creates a customer account. The order is fixed: contents, code (compared and counted), mail, phone cap,
    /// partner cap, trade, password hash, then one commit that spends the code and creates the account. A right
    /// code that is left unspent stays good.
    ///
    /// @return the new account
    /// @throws Refused with a [RegistrationRefusal]
    public Customer register(Caller partner, NewCustomer wanted) {
        contents(wanted);
        Verification matched = verifications.match(partner, binding(partner, wanted.phone()), wanted.code());
        if (store.registered(wanted.mail())) {
            throw new Refused(new RegistrationRefusal.MailRegistered());
        }
        withinNumberCap(partner, wanted.phone());
        withinPartnerCap(partner);
        if (!rules.trades().match(wanted.tradeOne(), wanted.tradeTwo())) {
            throw new Refused(new RegistrationRefusal.TradeMismatch());
        }
        String hash = passwords.hash(wanted.password());
        Instant now = surroundings.clock().instant();
        Customer customer = new Customer(
                FIRST_UIN + surroundings.random().nextLong(UINS),
                partner.tenant().id(),
                wanted.accountType(),
                wanted.mail(),
                wanted.phone(),
                wanted.area(),
                wanted.tradeOne(),
                wanted.tradeTwo(),
                wanted.name(),
                false,
                now);
        return store.create(
                customer, matched.id(), hash, wanted.extended(), rules.policy().caps(), partner, now);
    }

    /// Passes when the dialling code exists.
    ///
    /// @throws Refused with [RegistrationRefusal.CountryCodeUnknown]
    public void requireCountry(String countryCode) {
        if (!rules.plan().assigned(countryCode)) {
            throw new Refused(new RegistrationRefusal.CountryCodeUnknown());
        }
    }

    private void contents(NewCustomer wanted) {
        if (!ACCOUNT_TYPES.contains(wanted.accountType())) {
            throw new Refused(new RegistrationRefusal.AccountTypeUnknown());
        }
        String countryCode = wanted.phone().countryCode();
        served(wanted.phone());
        if (rules.plan().countries().stream()
                .noneMatch(country -> country.iso2().equals(wanted.area())
                        && country.countryCode().equals(countryCode))) {
            throw new Refused(new RegistrationRefusal.AreaMismatch());
        }
        if (!strong(wanted.password())) {
            throw new Refused(new RegistrationRefusal.PasswordWeak());
        }
        if (!wanted.password().matches(wanted.confirmation())) {
            throw new Refused(new RegistrationRefusal.PasswordsDiffer());
        }
    }

    private static boolean strong(Secret password) {
        String text = password.reveal();
        return LETTER.matcher(text).find()
                && DIGIT.matcher(text).find()
                && SYMBOL.matcher(text).find();
    }

    private void served(PhoneNumber phone) {
        if (rules.policy().unservedCountryCodes().contains(phone.countryCode())) {
            throw new Refused(new AreaNotServed(phone.countryCode()));
        }
    }

    private void withinNumberCap(Caller partner, PhoneNumber phone) {
        int most = rules.policy().caps().accountsPerNumber();
        if (store.accountsOf(phone, partner.tenant().id()) >= most) {
            throw new Refused(new AccountsPerNumberReached(most));
        }
    }

    private void withinPartnerCap(Caller partner) {
        int most = rules.policy().caps().customersPerPartner();
        if (store.customersOf(partner.tenant().id()) >= most) {
            throw new Refused(new RegistrationRefusal.CustomersPerPartnerReached(most));
        }
    }

    private static Binding binding(Caller partner, PhoneNumber phone) {
        return Binding.anonymous(partner.tenant().id(), Purpose.REGISTRATION, phone);
    }

    /// One of the partner's customers.
    ///
    /// @throws Refused with [CustomerRefusal.UinInvalid] for what can't be a UIN,
    ///     [CustomerRefusal.NotACustomer] for everything that is not a customer of this partner
    public Customer find(Caller partner, long uin) {
        if (uin <= 0) {
            throw new Refused(new CustomerRefusal.UinInvalid());
        }
        return store.find(uin)
                .filter(customer -> customer.partner() == partner.tenant().id())
                .orElseThrow(() -> new Refused(new CustomerRefusal.NotACustomer()));
    }

    /// A page of the partner's customers, ordered by UIN, with how many there are in all.
    ///
    /// @param page from 1
    /// @param size 1 to 100
    /// @throws Refused with [CustomerRefusal.PageInvalid]
    public CustomerPage page(Caller partner, long page, long size) {
        if (page < 1 || page > 1_000_000 || size < 1 || size > 100) {
            throw new Refused(new CustomerRefusal.PageInvalid());
        }
        return store.page(partner.tenant().id(), Math.toIntExact((page - 1) * size), Math.toIntExact(size));
    }
}
