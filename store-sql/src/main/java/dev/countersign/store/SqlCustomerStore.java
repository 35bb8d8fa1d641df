package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerPage;
import dev.countersign.customer.CustomerStore;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RegistrationRefusal;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Customers in SQL. An account and the spending of its code are one unit of work.
public final class SqlCustomerStore implements CustomerStore {
    private final Transactions transactions;
    private final Seals seals;
    private final Lookups lookups;

    /// @param transactions where the tables are
    /// @param seals seals numbers and addresses
    public SqlCustomerStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
        this.lookups = new Lookups(seals);
    }

    @Override
    public int accountsOf(PhoneNumber phone, long partner) {
        Bytes hash = lookups.destination(phone);
        return transactions.read(handle -> new CustomerTable(handle).accountsOf(hash, partner));
    }

    @Override
    public boolean registered(MailAddress mail) {
        Bytes hash = lookups.mail(mail);
        return transactions.read(handle -> new CustomerTable(handle).registered(hash));
    }

    @Override
    public int customersOf(long partner) {
        return transactions.read(handle -> new CustomerTable(handle).customersOf(partner));
    }

    @Override
    public Customer create(
            Customer customer,
            String verificationId,
            String passwordHash,
            String extended,
            Caps caps,
            Caller partner,
            Instant now) {
        Customer wanted = kept(customer);
        Binding binding = Binding.anonymous(wanted.partner(), Purpose.REGISTRATION, wanted.phone());
        Bytes mailHash = lookups.mail(wanted.mail());
        Bytes phoneHash = lookups.destination(wanted.phone());
        Set<String> keys = new HashSet<>(lookups.keys(binding));
        keys.addAll(Set.of("customers", "mail:" + mailHash.toHex()));
        return transactions.write(keys, handle -> {
            CustomerTable table = new CustomerTable(handle);
            if (table.registered(mailHash)) {
                throw new Refused(new RegistrationRefusal.MailRegistered());
            }
            if (table.accountsOf(phoneHash, wanted.partner()) >= caps.accountsPerNumber()) {
                throw new Refused(new AccountsPerNumberReached(caps.accountsPerNumber()));
            }
            if (table.customersOf(wanted.partner()) >= caps.customersPerPartner()) {
                throw new Refused(new RegistrationRefusal.CustomersPerPartnerReached(caps.customersPerPartner()));
            }
            spend(handle, verificationId, binding, now);
            Customer stored = table.withFreeUin(wanted);
            table.insert(stored, new CustomerTable.Hidden(seals, mailHash, phoneHash, passwordHash, extended));
            audit(handle, stored, verificationId, partner, now);
            return stored;
        });
    }

    private static void audit(Handle handle, Customer made, String verificationId, Caller partner, Instant now) {
        AuditTable audit = new AuditTable(handle);
        Map<String, String> to = Map.of(
                "purpose", Purpose.REGISTRATION.name(), "to", made.phone().masked());
        audit.append(AuditEntry.by(partner, now, "code.accepted", "verification/" + verificationId, to));
        audit.append(AuditEntry.by(partner, now, "customer.registered", AuditEntry.principal(made.uin()), Map.of()));
    }

    /// The verification must still be good for this very number; its failures are forgotten with it.
    private void spend(Handle handle, String verificationId, Binding binding, Instant now) {
        if (!new VerificationTable(handle).redeem(verificationId, lookups.binding(binding), now)) {
            throw new Refused(new CodeNotAccepted(0));
        }
        new AttemptRecords(handle).forget(lookups.failures(binding));
    }

    private static Customer kept(Customer customer) {
        return CustomerTable.with(customer, customer.uin(), customer.createdAt().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public Optional<Customer> find(long uin) {
        return transactions
                .read(handle -> new CustomerTable(handle).find(uin))
                .map(row -> new Customer(
                        uin,
                        row.partner(),
                        row.accountType(),
                        (MailAddress) open(uin, "mail", row.mail()),
                        (PhoneNumber) open(uin, "phone", row.phone()),
                        row.area(),
                        row.tradeOne(),
                        row.tradeTwo(),
                        row.name(),
                        row.verified(),
                        row.createdAt()));
    }

    private Destination open(long uin, String column, Bytes sealed) {
        return Destination.ofCanonical(seals.open(CustomerTable.place(uin, column), sealed));
    }

    @Override
    public CustomerPage page(long partner, int offset, int most) {
        return transactions.read(handle -> new CustomerTable(handle).page(partner, offset, most));
    }

    @Override
    public boolean verified(long uin, boolean verified) {
        return transactions.write(handle -> new CustomerTable(handle).verified(uin, verified));
    }
}
