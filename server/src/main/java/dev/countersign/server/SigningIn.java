package dev.countersign.server;

import dev.countersign.challenge.Challenges;
import dev.countersign.directory.IssuedKey;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.server.config.ConsoleConfig;
import dev.countersign.server.console.Door;
import dev.countersign.server.console.explorer.CallerKey;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.guest.Role;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.signin.Arriving;
import dev.countersign.server.console.signin.Network;
import dev.countersign.server.console.signin.Proving;
import dev.countersign.server.console.signin.SecondFactor;
import dev.countersign.server.console.signin.SignInDoor;
import dev.countersign.server.console.signin.Tickets;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore;
import dev.countersign.signin.NewPasswords;
import dev.countersign.signin.SignIns;
import dev.countersign.signin.Tries;
import dev.countersign.store.SqlAccessKeyStore;
import dev.countersign.store.SqlConsoleUserStore;
import dev.countersign.store.SqlUserStore;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Signing in to the console of a server for real use, wired.
final class SigningIn {
    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_ARRIVING = 10_000;

    /// As long as a challenge lives, and a little.
    private static final Duration ARRIVING = Duration.ofMinutes(11);

    private final Storage storage;
    private final ConsoleUserStore users;
    private final SqlAccessKeyStore keys;
    private final SqlUserStore logins;

    SigningIn(Storage storage, Given given) {
        Transactions transactions = storage.database().transactions();
        this.storage = storage;
        this.users = new SqlConsoleUserStore(transactions, storage.seals());
        Runnable keysChanged = storage.tenants()::forgetCached;
        this.keys = new SqlAccessKeyStore(transactions, storage.seals(), keysChanged);
        this.logins = new SqlUserStore(transactions, storage.seals(), given.random(), keysChanged);
    }

    /// The door.
    ///
    /// @param watch whom to tell of attacks
    Door door(ConsoleConfig config, Services services, Rules rules, Given given, ConsolePages pages, Watch watch) {
        SignIns signIns = new SignIns(
                users,
                logins,
                services.passwords(),
                new AttemptPolicy(rules.verification()),
                new SignIns.Surroundings(
                        given.clock(),
                        watch,
                        Secret.of(services.passwords().hash(Secret.of("nobody's"))),
                        new Tries(given.clock(), new Tries.Networks(Network::of, Network::site))));
        Challenging challenging = services.challenging();
        SecondFactor factor = new SecondFactor(
                challenging.challenges(),
                challenging.proofs(),
                storage.tenants(),
                challenging.frontage(),
                given.random());
        return new SignInDoor(
                new Proving(signIns, factor, new NewPasswords(users, services.passwords(), given.clock())),
                config.roster(),
                new SignInDoor.Held(
                        new Tickets<ConsoleUser>(config.lifetimes(), MOST_SESSIONS, given.clock(), given.random()),
                        new Tickets<Arriving>(
                                new Tickets.Lifetimes(ARRIVING, ARRIVING),
                                MOST_ARRIVING,
                                given.clock(),
                                given.random())),
                new SignInDoor.Outfit(pages, given.random(), given.requestIds()));
    }

    /// What is amiss with those who have a role.
    List<String> warnings(ConsoleConfig config, Challenges challenges) {
        return new RosterCheck(users, challenges).warnings(config);
    }

    /// The active access keys of somebody who may call. Their secrets stay here.
    List<CallerKey> keys(Guest guest) {
        if (!guest.role().covers(Role.OPERATOR)) {
            return List.of();
        }
        return users.find(guest.uin())
                .map(ConsoleUser::principal)
                .map(this::keys)
                .orElse(List.of());
    }

    private List<CallerKey> keys(Principal principal) {
        return keys.of(principal.tenant(), principal.uin()).stream()
                .filter(IssuedKey::active)
                .flatMap(key -> storage.tenants().accessKey(key.id()).stream())
                .map(holder -> new CallerKey(
                        holder.key().id(),
                        new CallerKey.Whose(CallerKey.Standing.USER, principal.name()),
                        new SigningKey(holder.key().id(), holder.key().secret(), Optional.empty()),
                        false,
                        CallerKey.Use.HIDDEN))
                .toList();
    }
}
