package dev.countersign.directory;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Destination;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Keeps users. Everything that changes something is one step, its audit entry included.
public interface UserStore {
    /// The tenant's user of that name.
    Optional<User> find(long tenant, String name);

    /// All users of a tenant, by UIN.
    List<User> all(long tenant);

    /// Those of these UINs that are users of the tenant, by UIN.
    List<User> among(long tenant, Set<Long> uins);

    /// Adds a user, with a first access key where one is given. Name and ceilings are looked at within the step.
    ///
    /// @param passwordHash the hash of its console password, in PHC form
    /// @return false when its UIN or uid is taken: another one is to be drawn
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.UserRefusal]
    boolean add(User user, Optional<String> passwordHash, Optional<AccessKey> key, UserPolicy policy, AuditEntry entry);

    /// Changes a user. What an assertion replaces is told within the step, and codes that are on their way to the
    /// user end.
    ///
    /// @return false when the tenant has no such user
    boolean update(long tenant, long uin, UserChange change, AuditEntry entry);

    /// Deletes a user with all that belongs to it: bearer keys, temporary keys, its authenticator app, failure
    /// counts, live codes.
    ///
    /// @param withKeys whether its access keys go with it
    /// @return false when the tenant has no such user
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.UserRefusal.KeysRemain]
    boolean delete(long tenant, long uin, boolean withKeys, AuditEntry entry);

    /// Remembers that a user has logged in.
    void loggedIn(long tenant, long uin, User.Login login);

    /// What becomes of a user. What is empty stays as it is.
    ///
    /// @param passwordHash the hash of a new console password
    /// @param assertion the number and address that it has from now on
    /// @param telling who is told of what is replaced, and how
    record UserChange(
            Optional<String> remark,
            Optional<Boolean> console,
            Optional<String> passwordHash,
            Optional<Boolean> mustResetPassword,
            Assertion assertion,
            Telling telling) {
        /// When it is made.
        public Instant at() {
            return assertion.at();
        }
    }

    /// How those are told whose number or address is replaced.
    ///
    /// @param locale the language
    /// @param reachable where messages may go
    /// @param cause the call that replaces it
    record Telling(String locale, Predicate<Destination> reachable, Cause cause) {}
}
