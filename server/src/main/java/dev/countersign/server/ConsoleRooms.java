package dev.countersign.server;

import dev.countersign.delivery.Inbox;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.console.ConsoleSite;
import dev.countersign.server.console.Door;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.Route;
import dev.countersign.server.console.doctor.CodeBook;
import dev.countersign.server.console.doctor.DoctorRoom;
import dev.countersign.server.console.doctor.Examination;
import dev.countersign.server.console.doctor.Vault;
import dev.countersign.server.console.explorer.CallerKey;
import dev.countersign.server.console.explorer.CallerKey.Standing;
import dev.countersign.server.console.explorer.CallerKey.Whose;
import dev.countersign.server.console.explorer.CallerKeys;
import dev.countersign.server.console.explorer.Catalogue;
import dev.countersign.server.console.explorer.Entry;
import dev.countersign.server.console.explorer.ExplorerRoom;
import dev.countersign.server.console.explorer.Moments;
import dev.countersign.server.console.explorer.Wire;
import dev.countersign.server.console.explorer.Workbench;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.inbox.Arrivals;
import dev.countersign.server.console.inbox.Controls;
import dev.countersign.server.console.inbox.InboxRoom;
import dev.countersign.server.console.inbox.Live;
import dev.countersign.server.console.inbox.Mailbox;
import dev.countersign.server.console.signin.HostGuard;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.fault.RegisteredCodes;
import dev.countersign.server.http.Site;
import dev.countersign.server.journal.RequestJournal;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Secret;
import dev.countersign.verification.Watch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the console's rooms together, in the order of its navigation.
final class ConsoleRooms {
    private final ConsolePages pages = new ConsolePages();
    private final List<Room> rooms = new ArrayList<>();

    private ConsoleRooms() {}

    /// What the inbox shows and moves.
    ///
    /// @param inbox where messages are kept
    /// @param arrivals waits for them
    /// @param clock the virtual clock
    /// @param controls the dev world's own calls
    record Desk(Inbox inbox, Arrivals arrivals, InstantSource clock, Controls controls) {}

    /// A console for real use.
    ///
    /// @param site what answers
    /// @param routes every way in
    /// @param warnings what an operator should know of who has a role
    record Served(Site site, List<Route> routes, List<String> warnings) {}

    /// The console of a dev world: able to call as anybody of that world.
    static Site dev(Services services, Given given, Desk desk, Storage storage, RequestJournal journal) {
        ConsoleRooms console = new ConsoleRooms();
        List<CallerKey> world = keys();
        console.rooms.add(console.explorer(services, given, guest -> world));
        Mailbox mailbox = mailbox(desk.inbox(), services);
        console.rooms.add(new InboxRoom(
                mailbox,
                new Live(mailbox, desk.arrivals(), desk.clock(), console.pages),
                desk.controls(),
                new RegisteredCodes(services.registry(), services.dialects())
                        .actions().stream().toList(),
                console.pages));
        console.rooms.add(console.doctor(services, given, vault(services, storage, world), journal));
        return new ConsoleSite(console.rooms, Door.unlocked(), console.pages);
    }

    /// The console of a server for real use: behind a sign-in, at its own host only, and able to call only with keys of
    /// who signed in.
    static Optional<Served> serve(
            Configuration configuration,
            Storage storage,
            Services services,
            Rules rules,
            Given given,
            Watch watch,
            Arrivals arrivals,
            RequestJournal journal) {
        if (!configuration.console().enabled()) {
            return Optional.empty();
        }
        ConsoleRooms console = new ConsoleRooms();
        SigningIn signingIn = new SigningIn(storage, given);
        console.rooms.add(console.explorer(services, given, signingIn::keys));
        if (configuration.console().inbox()) {
            Mailbox mailbox = mailbox(storage.inbox(), services);
            console.rooms.add(new InboxRoom(
                    mailbox, new Live(mailbox, arrivals, given.clock(), console.pages), given.clock(), console.pages));
        }
        console.rooms.add(console.doctor(services, given, vault(services, storage, List.of()), journal));
        Door door = signingIn.door(configuration.console(), services, rules, given, console.pages, watch);
        ConsoleSite site = new ConsoleSite(console.rooms, door, console.pages);
        return Optional.of(new Served(
                new HostGuard(site, services.challenging().frontage().get()),
                site.routes(),
                signingIn.warnings(
                        configuration.console(), services.challenging().challenges())));
    }

    private Room explorer(Services services, Given given, CallerKeys keys) {
        return new ExplorerRoom(
                new Catalogue(services.registry(), services.dialects()),
                new Workbench(
                        keys,
                        new Wire(services.challenging().frontage()::get, System::nanoTime),
                        new Moments(given.clock(), given.random())),
                pages);
    }

    /// The Explorer's pages are found by the action's full name, which a message has.
    private static Mailbox mailbox(Inbox inbox, Services services) {
        return new Mailbox(
                inbox,
                new Catalogue(services.registry(), services.dialects())
                        .all().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        entry -> entry.product().fullName(entry.spec()), Entry::address)));
    }

    private Room doctor(Services services, Given given, Vault vault, RequestJournal journal) {
        return new DoctorRoom(
                journal,
                new Examination(new Dialects(services.dialects()), services.registry(), vault, given.clock()),
                new CodeBook(services.registry(), services.dialects()),
                pages);
    }

    /// Any key's secret is worked with, and none is shown: whoever pastes a request learns whether its signature fits.
    ///
    /// @param world keys that a client may have mistaken for another: a dev world's, which are public
    private static Vault vault(Services services, Storage storage, List<CallerKey> world) {
        return new Vault(
                id -> storage.tenants()
                        .accessKey(id)
                        .map(holder -> holder.key().secret())
                        .or(() -> services.access()
                                .keys()
                                .find(id)
                                .map(holder -> holder.key().secret())),
                world.stream().filter(key -> !key.own()).map(CallerKey::key).toList());
    }

    /// Who can be called as in every dev world, the first of a kind when nobody is chosen.
    static List<CallerKey> keys() {
        List<CallerKey> keys = new ArrayList<>();
        for (DevWorld.Household household : DevWorld.households()) {
            String tenant = household.tenant().name();
            boolean dev = household.tenant().id() == DevWorld.DEV;
            keys.add(key(dev ? "root" : tenant, new Whose(Standing.ROOT, tenant), household.rootKey()));
            household
                    .users()
                    .forEach(one -> keys.add(key(
                            one.user().name(),
                            new Whose(one.everything() ? Standing.EVERYTHING : Standing.NOTHING, tenant),
                            one.key())));
        }
        keys.add(new CallerKey(
                DevWorld.API_KEY,
                new Whose(Standing.SCOPES, "dev"),
                new SigningKey("", Secret.of(DevWorld.API_KEY), Optional.empty()),
                true));
        return keys;
    }

    private static CallerKey key(String name, Whose whose, AccessKey key) {
        return new CallerKey(name, whose, new SigningKey(key.id(), key.secret(), Optional.empty()), false);
    }
}
