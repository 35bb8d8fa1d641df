package dev.countersign.signin;

import dev.countersign.audit.AuditEntry;
import dev.countersign.value.RequestId;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.FailureCount;
import java.time.Instant;
import java.util.Optional;

/// Keeps what signing in goes by.
public interface ConsoleUserStore {
    /// A user, whichever tenant's; never a root, which has no password here.
    Optional<ConsoleUser> find(long uin);

    /// Settles one try as one step: during a wait nothing counts, not even the right password; a wrong one is
    /// counted, a right one ends the count. Each try is audited in the same step. Every kind of no, a try of nobody
    /// too, is the same work: the same reads and writes, and locks that nobody else's tries wait for.
    Verdict settle(Try given, AttemptPolicy policy, Instant now);

    /// How often in a row wrong passwords of a user were counted.
    FailureCount failures(long uin);

    /// Gives a user another password in the place of the one that it was known by, as one step with the audit entry;
    /// it need not be replaced any more.
    ///
    /// @param before the user as it was found
    /// @param passwordHash the hash of the new one, in PHC form
    /// @return false, and nothing is changed, when it has another by now, may no longer log in, or is gone
    boolean replace(ConsoleUser before, String passwordHash, AuditEntry entry);

    /// One try.
    ///
    /// @param uin what was typed, whether it is anybody's or not
    /// @param user whose password it would be; empty when there is no such user
    /// @param right whether it is that
    /// @param source the address that it came from
    /// @param request the id of the request that brought it
    record Try(long uin, Optional<ConsoleUser> user, boolean right, String source, RequestId request) {}

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
