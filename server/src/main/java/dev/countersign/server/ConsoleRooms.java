package dev.countersign.server;

import dev.countersign.server.console.ConsoleSite;
import dev.countersign.server.console.Door;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.explorer.Catalogue;
import dev.countersign.server.console.explorer.ExplorerRoom;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.http.Site;
import java.util.ArrayList;
import java.util.List;

/// Puts the console's rooms together, in the order of its navigation.
final class ConsoleRooms {
    private final ConsolePages pages = new ConsolePages();
    private final List<Room> rooms = new ArrayList<>();

    private ConsoleRooms() {}

    /// The console of a dev world.
    static Site dev(Services services) {
        ConsoleRooms console = new ConsoleRooms();
        console.rooms.add(new ExplorerRoom(new Catalogue(services.registry(), services.dialects()), console.pages));
        return new ConsoleSite(console.rooms, Door.open(), console.pages);
    }
}
