package dev.countersign.server.console;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.Assets;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Shell;
import dev.countersign.server.console.html.Way;
import dev.countersign.server.http.Site;
import dev.countersign.server.page.html.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/console`: finds the room that is asked for, in the visitor's language and theme, and asks the door and the room
/// who may be there. Assets need no door.
public final class ConsoleSite implements Site {
    private static final String ROOT = "/console";
    private static final String PREFER = "prefer";
    private static final String THEME = "countersign_theme";
    private static final String LANGUAGE = "countersign_lang";
    private static final List<String> THEMES = List.of("light", "dark", "auto");

    private final List<Room> rooms;
    private final Door door;
    private final ConsolePages pages;
    private final Assets assets = new Assets();
    private final Vocabulary english;
    private final Vocabulary chinese;

    /// @param rooms in the order of the navigation; who enters without a wish comes to the first
    /// @param door who may enter
    /// @param pages writes pages
    public ConsoleSite(List<Room> rooms, Door door, ConsolePages pages) {
        this.rooms = List.copyOf(rooms);
        this.door = door;
        this.pages = pages;
        this.english = Vocabulary.of(Language.EN, this.rooms);
        this.chinese = Vocabulary.of(Language.ZH, this.rooms);
    }

    /// Every way in, with who gets through: what is decided by.
    public List<Route> routes() {
        return Stream.concat(
                        door.routes().stream(),
                        rooms.stream()
                                .flatMap(room -> Stream.of(
                                        new Route("GET", address(room), Optional.of(room.least(false))),
                                        new Route("POST", address(room), Optional.of(room.least(true))))))
                .toList();
    }

    @Override
    public boolean serves(Request request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    @Override
    public Response answer(Request request) {
        return assets.answer(request.path()).orElseGet(() -> screen(request));
    }

    private Response screen(Request request) {
        Wish wish = Wish.of(request);
        Shell all = shell(wish, request);
        Shell shell = all.of(List.of(), Guest.outside(""));
        if (!List.of("GET", "HEAD", "POST").contains(request.method())) {
            return pages.say(405, shell, "method");
        }
        if (request.method().equals("POST") && !wish.fromHere()) {
            return pages.say(403, shell, "foreign");
        }
        if (wish.room().equals(PREFER)) {
            return preferred(wish);
        }
        if (wish.room().isEmpty()) {
            return ConsolePages.redirect(address(rooms.getFirst()), List.of());
        }
        Optional<Room> room =
                rooms.stream().filter(one -> one.name().equals(wish.room())).findFirst();
        boolean alone = room.filter(one -> one.unattended(wish.path())).isPresent();
        Door.Knock knock = new Door.Knock(request, wish.segments(), wish.sent(), shell, !alone);
        return switch (door.open(knock)) {
            case Door.Answered answered -> answered.response();
            case Door.Entered entered -> inside(knock, wish, room, all.of(open(all, entered.guest()), entered.guest()));
        };
    }

    private Response inside(Door.Knock knock, Wish wish, Optional<Room> room, Shell shell) {
        Guest guest = shell.guest();
        boolean posted = knock.posted();
        if (posted && !guest.believes(wish.sent().getOrDefault("token", ""))) {
            return pages.say(403, shell, "foreign");
        }
        if (room.isEmpty()) {
            return pages.say(404, shell, "nowhere");
        }
        return guest.role().covers(room.get().least(posted))
                ? room.get()
                        .answer(new Visit(knock.request(), wish.path(), wish.sent(), shell, () -> stays(knock, guest)))
                : pages.say(403, shell, "role");
    }

    /// Whether who was let in would still be, as the same.
    private boolean stays(Door.Knock knock, Guest guest) {
        return door.open(knock.unattended()) instanceof Door.Entered(Guest now) && now.equals(guest);
    }

    /// The part of the navigation that somebody's role gets.
    private List<Shell.Link> open(Shell all, Guest guest) {
        List<String> open = rooms.stream()
                .filter(room -> guest.role().covers(room.looks()))
                .map(ConsoleSite::address)
                .toList();
        return all.rooms().stream()
                .filter(link -> open.contains(link.address()))
                .toList();
    }

    private static String address(Room room) {
        return ROOT + "/" + room.name();
    }

    private Shell shell(Wish wish, Request request) {
        Language language = Language.of(wish.cookie(LANGUAGE))
                .or(() -> Language.preferred(
                        request.headers().first("Accept-Language").orElse("")))
                .orElse(Language.EN);
        Vocabulary spoken = switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
        String theme = wish.cookie(THEME);
        return new Shell(
                spoken.in(wish.room()),
                rooms.stream()
                        .map(room -> new Shell.Link(
                                address(room),
                                spoken.name(room),
                                room.icon(),
                                room.name().equals(wish.room())))
                        .toList(),
                THEMES.contains(theme) ? theme : "auto",
                assets.root(),
                request.query().isEmpty() ? request.path() : request.path() + "?" + request.query(),
                Guest.ofDev());
    }

    /// Remembers a language or a theme in the browser, and goes back to where it was chosen: never elsewhere.
    private static Response preferred(Wish wish) {
        String theme = wish.sent().getOrDefault("theme", "");
        Optional<String> cookie = THEMES.contains(theme)
                ? Optional.of(THEME + "=" + theme)
                : Language.of(wish.sent().getOrDefault("lang", "")).map(one -> LANGUAGE + "=" + one.tag());
        return ConsolePages.redirect(
                Way.back(wish.sent().getOrDefault("back", "")),
                cookie.map(pair -> Map.entry("Set-Cookie", pair + "; Path=/console; Max-Age=31536000; SameSite=Lax"))
                        .map(List::of)
                        .orElse(List.of()));
    }
}
