package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Icon;
import java.util.List;
import java.util.Optional;

/// `/console/inbox`: what was sent, as whoever got it would see it, and the dev world's tools beside it.
public final class InboxRoom implements Room {
    private static final String ADDRESS = "/console/inbox";
    private static final int SHOWN = 50;
    private static final int UNPROCESSABLE = 422;

    private final Inbox inbox;
    private final Live live;
    private final Workshop workshop;
    private final ToolReader tools;
    private final ConsolePages pages;

    /// @param inbox where messages are kept
    /// @param live tells of new ones
    /// @param controls the dev world's own calls
    /// @param actions what a failure can be chosen for
    /// @param pages writes pages
    public InboxRoom(Inbox inbox, Live live, Controls controls, List<String> actions, ConsolePages pages) {
        this.inbox = inbox;
        this.live = live;
        this.workshop = new Workshop(controls);
        this.tools = new ToolReader(controls, actions);
        this.pages = pages;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Icon icon() {
        return Icon.ENVELOPE;
    }

    @Override
    public Response answer(Visit visit) {
        if (visit.path().equals(List.of("live")) && !visit.posted()) {
            return live.answer(visit);
        }
        if (!visit.path().isEmpty()) {
            return pages.say(404, visit.shell(), "nowhere");
        }
        Optional<Tool> tool = Tool.of(visit.value("do"));
        return visit.posted() && tool.isPresent() ? used(tool.get(), visit) : shown(200, visit, Typed.nothing());
    }

    /// After a tool did its work the browser reads this room again: a reload repeats nothing.
    private Response used(Tool tool, Visit visit) {
        Filter filter = Filter.of(visit);
        String back = filter.address(ADDRESS);
        return workshop.use(tool, visit)
                .map(refused -> shown(UNPROCESSABLE, visit, refused))
                .orElseGet(() -> ConsolePages.redirect(
                        back + (back.equals(ADDRESS) ? "?" : "&") + "done=" + tool.word(), List.of()));
    }

    private Response shown(int status, Visit visit, Typed typed) {
        Filter filter = Filter.of(visit);
        String newest = inbox.find(new Inbox.Query(Optional.empty(), Optional.empty(), Optional.empty(), 1)).stream()
                .map(Kept::id)
                .findFirst()
                .orElse("");
        List<Kept> found = filter.wrong() ? List.of() : inbox.find(filter.query(Optional.empty(), SHOWN + 1));
        ToolBench bench = tools.read(typed);
        InboxScreen screen = new InboxScreen(
                filter,
                Letter.all(inbox, found.stream().limit(SHOWN).toList(), bench.now()),
                found.size() > SHOWN,
                newest,
                filter.address(ADDRESS + "/live"),
                Tool.of(visit.value("done")),
                bench);
        return pages.answer(status, visit.shell().at(filter.address(ADDRESS)), "inbox/index", screen);
    }
}
