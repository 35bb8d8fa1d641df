package dev.countersign.signin;

import dev.countersign.audit.AuditEntry;
import dev.countersign.value.RequestId;
import dev.countersign.verification.AttemptPolicy;
import java.time.Instant;
import java.util.Optional;

/// Keeps what signing in goes by.
public interface ConsoleUserStore {
    /// A user, whichever tenant's; never a root, which has no password here.
    Optional<ConsoleUser> find(long uin);

    /// Settles one try as one step: during a wait nothing counts, not even the right password; a wrong one is
    /// counted, a right one ends the count. What was compared is audited in the same step. A try of nobody costs
    /// the same.
    Verdict settle(Try given, AttemptPolicy policy, Instant now);

    /// Gives a user another password in the place of the one that it was known by, as one step with the audit entry;
    /// it need not be replaced any more.
    ///
    /// @param before the user as it was found
    /// @param passwordHash the hash of the new one, in PHC form
    /// @return false, and nothing is changed, when it has another by now, may no longer log in, or is gone
    boolean replace(ConsoleUser before, String passwordHash, AuditEntry entry);

    /// One try.
    ///
    /// @param user whose password it would be; empty when there is no such user
    /// @param right whether it is that
    /// @param source the address that it came from
    /// @param request the id of the request that brought it
    record Try(Optional<ConsoleUser> user, boolean right, String source, RequestId request) {}

    /// What became of it.
    enum Verdict {
        /// It was right, and no wait was on.
        ACCEPTED,
        /// It was wrong, or a wait was on.
        REFUSED,
        /// It was wrong, and one too many: a person must lift it.
        DISABLED
    }
}
