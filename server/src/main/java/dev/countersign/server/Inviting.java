package dev.countersign.server;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.Attacks;
import dev.countersign.directory.ConsolePassword;
import dev.countersign.directory.User;
import dev.countersign.directory.Users;
import dev.countersign.directory.Wanted;
import dev.countersign.password.Passwords;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Demands;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.Refused;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.cli.Program.App;
import dev.countersign.server.cli.Program.Invitation;
import dev.countersign.server.cli.Program.Invited;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.server.password.Argon2Hasher;
import dev.countersign.signin.SignIns;
import dev.countersign.store.SqlEnrolmentCodeStore;
import dev.countersign.store.SqlUserStore;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Invites somebody to the console: the same steps that an administrator takes through the API, as the tenant's root
/// and
/// from no address, by who can open the store anyway.
final class Inviting {
    private final Storage storage;
    private final Configuration configuration;
    private final Given given;

    /// @param storage where users are
    /// @param configuration the numbers to go by
    /// @param given clock, randomness and request ids
    Inviting(Storage storage, Configuration configuration, Given given) {
        this.storage = storage;
        this.configuration = configuration;
        this.given = given;
    }

    /// Invites.
    ///
    /// @throws CommandFailed when nobody of that name can be, saying why
    Invited invite(Invitation invitation) {
        Tenant tenant = tenant(invitation.tenant());
        String name = invitation.name();
        if (!User.mayBeCalled(name)) {
            throw new CommandFailed("a user can't be called that: up to 64 letters, digits and +=,.@_-");
        }
        if (name.equals(tenant.name())) {
            throw new CommandFailed(name + " is the tenant's root, which has keys and no password; invite a user");
        }
        try {
            return invite(root(tenant), name, invitation.app());
        } catch (Refused refused) {
            throw new CommandFailed("the tenant can't have this user now ("
                    + refused.refusal().getClass().getSimpleName() + ")");
        }
    }

    private Tenant tenant(Optional<Long> named) {
        if (storage.tenants().isEmpty()) {
            throw new CommandFailed("there is no tenant yet: run \"countersign init\" with this configuration first");
        }
        return named.map(id -> storage.tenants()
                        .tenant(id)
                        .orElseThrow(() -> new CommandFailed("there is no tenant with the UIN " + id)))
                .or(storage.tenants()::onlyIndependent)
                .orElseThrow(() -> new CommandFailed("there are several tenants: say whose user it is by --tenant"));
    }

    private Caller root(Tenant tenant) {
        return new Caller(
                tenant,
                storage.tenants().principal(tenant.id(), tenant.id()).orElseThrow(),
                "",
                "",
                given.requestIds().get());
    }

    private Invited invite(Caller root, String name, boolean app) {
        Secret password = ConsolePassword.random(given.random());
        Wanted wanted = new Wanted(
                Optional.empty(),
                Optional.of(true),
                Optional.of(password),
                Optional.of(true),
                Optional.empty(),
                Optional.empty());
        Users users = users();
        boolean there = users.all(root).stream().anyMatch(user -> user.name().equals(name));
        if (there) {
            users.update(root, name, wanted, "en-US");
        } else {
            users.add(root, name, wanted, false);
        }
        long uin = users.find(root, name).uin();
        lift(uin);
        return new Invited(uin, !there, password, app(root, uin, app));
    }

    private Users users() {
        Transactions transactions = storage.database().transactions();
        return new Users(
                new SqlUserStore(transactions, storage.seals(), given.random(), storage.tenants()::forgetCached),
                new Passwords(new Argon2Hasher(given.random()), 1, 1),
                configuration.users().policy(),
                (caller, user) -> false,
                new Users.Surroundings(given.clock(), given.random(), nobody -> false, () -> {}));
    }

    /// Wrong guesses at the password before this one are over.
    private void lift(long uin) {
        AuditEntry entry = AuditEntry.own(
                given.clock().instant(),
                0,
                "authenticator.unlocked",
                AuditEntry.principal(uin),
                Map.of("authenticator", SignIns.AUTHENTICATOR));
        storage.verifications().unlock(uin, SignIns.AUTHENTICATOR, entry);
    }

    /// Demands an app where nothing is demanded, by the user's flags or by what the tenant forces; and makes the code
    /// that a first one is set up with, where one is demanded and none is there.
    private App app(Caller root, long uin, boolean wanted) {
        Protections protections = new Protections(storage.protections(), storage.tenants(), given.clock(), false);
        if (demanded(root.tenant(), uin).isEmpty() && wanted) {
            protections.change(root, uin, ProtectionChange.of(Choice.of(Method.STOKEN), Choice.keep()));
        }
        if (demanded(root.tenant(), uin).filter(Method.STOKEN::equals).isEmpty()) {
            return new App.None();
        }
        return storage.totp().of(uin).isPresent()
                ? new App.Stays()
                : new App.First(codes().make(root, uin, Optional.empty()).code());
    }

    private Optional<Method> demanded(Tenant tenant, long uin) {
        return new Demands(
                        storage.protections().of(tenant.id(), uin),
                        storage.rules().of(tenant.id()),
                        storage.tenants().bound(tenant.id(), uin).orElse(Bound.NOTHING))
                .login();
    }

    private AdministratorCodes codes() {
        return new AdministratorCodes(
                new SqlEnrolmentCodeStore(storage.database().transactions(), storage.seals()),
                storage.tenants(),
                new AttemptPolicy(configuration.verification().policy()),
                new Attacks(new Metrics(Set.of())),
                new AdministratorCodes.Surroundings(given.clock(), given.random()));
    }
}
