package dev.countersign.directory;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Destination;
import dev.countersign.directory.User.Console;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.directory.UserStore.UserChange;
import dev.countersign.password.Passwords;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Secret;
import dev.countersign.verification.Wakeup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Adds, changes and deletes the users of the caller's tenant. Another tenant's users do not exist here.
public final class Users {
    private static final long FIRST_UIN = 101_000_000_000L;
    private static final long UINS = 99_000_000_000L;
    private static final long FIRST_UID = 1_000_000_000L;
    private static final long UIDS = 9_000_000_000L;
    private static final int DRAWS = 100;

    private final UserStore store;
    private final Passwords passwords;
    private final UserPolicy policy;
    private final MayDeleteKeys mayDeleteKeys;
    private final Surroundings surroundings;

    /// What this needs from outside.
    ///
    /// @param clock the time that everything is done at
    /// @param random draws UINs, keys and passwords
    /// @param reachable where notices may go
    /// @param courier woken when a notice was written
    public record Surroundings(
            InstantSource clock, RandomGenerator random, Predicate<Destination> reachable, Wakeup courier) {}

    /// A user that was added, with what is shown only then.
    ///
    /// @param password its console password; empty when it has none
    /// @param key its first access key; empty when none was wanted
    public record Added(User user, Optional<Secret> password, Optional<AccessKey> key) {}

    /// @param store keeps users
    /// @param passwords hashes passwords
    /// @param policy how many users there may be
    /// @param mayDeleteKeys who may delete keys with their user
    /// @param surroundings clock, randomness, and whom notices reach
    public Users(
            UserStore store,
            Passwords passwords,
            UserPolicy policy,
            MayDeleteKeys mayDeleteKeys,
            Surroundings surroundings) {
        this.store = store;
        this.passwords = passwords;
        this.policy = policy;
        this.mayDeleteKeys = mayDeleteKeys;
        this.surroundings = surroundings;
    }

    /// Adds a user. One that may log in to a console and has no password given gets a random one.
    ///
    /// @param name see [User#mayBeCalled]
    /// @param withKey whether it gets an access key at once
    /// @throws Refused with a [UserRefusal]
    public Added add(Caller caller, String name, Wanted wanted, boolean withKey) {
        boolean console = wanted.console().orElse(false);
        Optional<Secret> password = Optional.of(console)
                .filter(allowed -> allowed)
                .map(allowed -> wanted.password().orElseGet(() -> ConsolePassword.random(surroundings.random())));
        password.ifPresent(Users::requireStrong);
        if (store.find(caller.tenant().id(), name).isPresent()) {
            // Looked at again within the step; here it spares the hash.
            throw new Refused(new UserRefusal.NameTaken());
        }
        Optional<String> hash = password.map(passwords::hash);
        Optional<AccessKey> key = withKey ? Optional.of(AccessKey.draw(surroundings.random())) : Optional.empty();
        Instant now = surroundings.clock().instant();
        for (int draw = 0; draw < DRAWS; draw++) {
            User user = drawn(caller, name, wanted, console, now);
            AuditEntry entry = AuditEntry.by(
                    caller,
                    now,
                    "user.added",
                    AuditEntry.principal(user.uin()),
                    Map.of(
                            "console",
                            Boolean.toString(console),
                            "key",
                            key.map(AccessKey::id).orElse("none")));
            if (store.add(user, hash, key, policy, entry)) {
                return new Added(user, password, key);
            }
        }
        throw new IllegalStateException("no free UIN within " + DRAWS + " draws");
    }

    private User drawn(Caller caller, String name, Wanted wanted, boolean console, Instant now) {
        return new User(
                FIRST_UIN + surroundings.random().nextLong(UINS),
                FIRST_UID + surroundings.random().nextLong(UIDS),
                caller.tenant().id(),
                name,
                wanted.remark().orElse(""),
                new Console(console, wanted.mustResetPassword().orElse(false), Optional.empty()),
                new Bound(wanted.phone(), wanted.mail(), false, Optional.empty()),
                now);
    }

    private static void requireStrong(Secret password) {
        if (!ConsolePassword.strong(password)) {
            throw new Refused(new UserRefusal.PasswordAgainstRules());
        }
    }

    /// The user of that name.
    ///
    /// @throws Refused with [UserRefusal.UserUnknown]
    public User find(Caller caller, String name) {
        return store.find(caller.tenant().id(), name).orElseThrow(() -> new Refused(new UserRefusal.UserUnknown()));
    }

    /// All users of the tenant, by UIN.
    public List<User> all(Caller caller) {
        return store.all(caller.tenant().id());
    }

    /// Those of these UINs that are users of the tenant, by UIN.
    public List<User> among(Caller caller, Set<Long> uins) {
        return store.among(caller.tenant().id(), uins);
    }

    /// Changes a user. A password counts only where the console is, or becomes, allowed; none is made up, since
    /// nobody would learn it.
    ///
    /// @param locale the language of the notice to whom a number or address is taken from
    /// @throws Refused with [UserRefusal.UserUnknown], [UserRefusal.PasswordAgainstRules], or
    ///     [UserRefusal.Unmodifiable] for the root and for one's own number or address
    public void update(Caller caller, String name, Wanted wanted, String locale) {
        User user = another(caller, name);
        if (wanted.asserts() && user.uin() == caller.principal().uin()) {
            throw new Refused(new UserRefusal.Unmodifiable());
        }
        Optional<Secret> password = wanted.password()
                .filter(given -> wanted.console().orElse(user.console().allowed()));
        password.ifPresent(Users::requireStrong);
        Optional<String> hash = password.map(passwords::hash);
        Instant now = surroundings.clock().instant();
        Assertion assertion = new Assertion(wanted.phone(), wanted.mail(), now, policy.coolOff());
        UserChange change = new UserChange(
                wanted.remark(),
                wanted.console(),
                hash,
                wanted.mustResetPassword(),
                assertion,
                new Telling(locale, surroundings.reachable(), caller.cause()));
        AuditEntry entry = AuditEntry.by(
                caller,
                now,
                "user.changed",
                AuditEntry.principal(user.uin()),
                Map.of(
                        "phone", Boolean.toString(wanted.phone().isPresent()),
                        "mail", Boolean.toString(wanted.mail().isPresent()),
                        "password", Boolean.toString(hash.isPresent())));
        if (!store.update(user.tenant(), user.uin(), change, entry)) {
            throw new Refused(new UserRefusal.UserUnknown());
        }
        if (wanted.asserts()) {
            surroundings.courier().wake();
        }
    }

    /// Deletes a user with all that belongs to it.
    ///
    /// @param withKeys whether its access keys may go with it
    /// @throws Refused with [UserRefusal.UserUnknown], [UserRefusal.Unmodifiable] for the root and for oneself,
    ///     [UserRefusal.KeysRemain], or [UserRefusal.KeysNotDeletable]
    public void delete(Caller caller, String name, boolean withKeys) {
        User user = another(caller, name);
        if (user.uin() == caller.principal().uin()) {
            throw new Refused(new UserRefusal.Unmodifiable());
        }
        if (withKeys && !mayDeleteKeys.allows(caller, user)) {
            throw new Refused(new UserRefusal.KeysNotDeletable());
        }
        AuditEntry entry = AuditEntry.by(
                caller,
                surroundings.clock().instant(),
                "user.deleted",
                AuditEntry.principal(user.uin()),
                Map.of("with-keys", Boolean.toString(withKeys)));
        if (!store.delete(user.tenant(), user.uin(), withKeys, entry)) {
            throw new Refused(new UserRefusal.UserUnknown());
        }
    }

    /// The user of that name; the root, whose name is the tenant's, is no user.
    private User another(Caller caller, String name) {
        return store.find(caller.tenant().id(), name)
                .orElseThrow(() -> new Refused(
                        name.equals(caller.tenant().name())
                                ? new UserRefusal.Unmodifiable()
                                : new UserRefusal.UserUnknown()));
    }
}
