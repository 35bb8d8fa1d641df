package dev.countersign.customer;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.Optional;

/// Keeps customers.
public interface CustomerStore {
    /// How many accounts of this partner a number holds.
    int accountsOf(PhoneNumber phone, long partner);

    /// Whether the address has an account, with any partner.
    boolean registered(MailAddress mail);

    /// How many customers a partner holds.
    int customersOf(long partner);

    /// Spends the verification and creates the customer with its tenant: both or neither. Mail, phone cap and
    /// partner cap are looked at again within the step, the code last.
    ///
    /// @param customer as it is wanted; when its UIN is taken, the next free one is given
    /// @param verificationId the verification whose code matched
    /// @param passwordHash the hash, in PHC form
    /// @param partner who creates it, for the audit
    /// @return the customer as it was stored
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.RegistrationRefusal]; the code
    ///     stays good
    Customer create(
            Customer customer,
            String verificationId,
            String passwordHash,
            String extended,
            Caps caps,
            Caller partner,
            Instant now);

    /// A customer, whoever's it is.
    Optional<Customer> find(long uin);

    /// Some of a partner's customers, by UIN.
    CustomerPage page(long partner, int offset, int most);

    /// Records that a person has verified the customer's identity, or that it is no longer so.
    ///
    /// @return false when there is no such customer
    boolean verified(long uin, boolean verified);

    /// How many accounts there may be.
    ///
    /// @param accountsPerNumber of one partner on one number
    /// @param customersPerPartner of one partner
    record Caps(int accountsPerNumber, int customersPerPartner) {}
}
