package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Icon;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// `/console/inbox`: what was sent, as whoever got it would see it, and the dev world's tools beside it.
public final class InboxRoom implements Room {
    private static final String ADDRESS = "/console/inbox";
    private static final int UNPROCESSABLE = 422;

    private final Mailbox mailbox;
    private final Live live;
    private final Optional<Bench> bench;
    private final InstantSource clock;
    private final ConsolePages pages;

    /// The dev world's tools.
    private record Bench(Workshop workshop, ToolReader tools) {}

    /// The inbox of a dev world, with its tools.
    ///
    /// @param mailbox what was sent
    /// @param live tells of new messages
    /// @param controls the dev world's own calls
    /// @param actions what a failure can be chosen for
    /// @param pages writes pages
    public InboxRoom(Mailbox mailbox, Live live, Controls controls, List<String> actions, ConsolePages pages) {
        this.mailbox = mailbox;
        this.live = live;
        ToolReader tools = new ToolReader(controls, actions);
        this.bench = Optional.of(new Bench(new Workshop(controls), tools));
        this.clock = () -> tools.read(Typed.nothing()).now();
        this.pages = pages;
    }

    /// The inbox of a server for real use, which is only looked at.
    ///
    /// @param mailbox what was sent
    /// @param live tells of new messages
    /// @param clock the time that verifications end by
    /// @param pages writes pages
    public InboxRoom(Mailbox mailbox, Live live, InstantSource clock, ConsolePages pages) {
        this.mailbox = mailbox;
        this.live = live;
        this.bench = Optional.empty();
        this.clock = clock;
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

    /// Below it lies only what its page asks for by itself: what is new, the whole again, the frames of mails.
    @Override
    public boolean unattended(List<String> path) {
        return !path.isEmpty();
    }

    @Override
    public Response answer(Visit visit) {
        if (visit.path().equals(List.of("live")) && !visit.posted()) {
            return live.answer(visit);
        }
        if (visit.path().size() == 2 && visit.path().getFirst().equals("mail") && !visit.posted()) {
            return mail(visit.path().getLast(), visit);
        }
        if (!visit.path().isEmpty() && (visit.posted() || !visit.path().equals(List.of("again")))) {
            return pages.say(404, visit.shell(), "nowhere");
        }
        Optional<Tool> tool = Tool.of(visit.value("do"));
        if (visit.posted() && bench.isEmpty()) {
            return pages.say(404, visit.shell(), "nowhere");
        }
        return visit.posted() && tool.isPresent()
                ? used(bench.orElseThrow().workshop(), tool.get(), visit)
                : shown(200, visit, Typed.nothing());
    }

    /// A mail's second form, for a frame in this room.
    private Response mail(String id, Visit visit) {
        return mailbox.inbox()
                .read(id)
                .flatMap(Kept::mail)
                .flatMap(Inbox.Mail::html)
                .map(html -> ConsolePages.framed(html.reveal()))
                .orElseGet(() -> pages.say(404, visit.shell(), "nowhere"));
    }

    /// After a tool did its work the browser reads this room again: a reload repeats nothing.
    private Response used(Workshop workshop, Tool tool, Visit visit) {
        Filter filter = Filter.of(visit);
        String back = filter.address(ADDRESS);
        return workshop.use(tool, visit)
                .map(refused -> shown(UNPROCESSABLE, visit, refused))
                .orElseGet(() -> ConsolePages.redirect(
                        back + (back.equals(ADDRESS) ? "?" : "&") + "done=" + tool.word(), List.of()));
    }

    private Response shown(int status, Visit visit, Typed typed) {
        Filter filter = Filter.of(visit);
        Inbox inbox = mailbox.inbox();
        String newest = inbox.find(new Inbox.Query(Optional.empty(), Optional.empty(), Optional.empty(), 1)).stream()
                .map(Kept::id)
                .findFirst()
                .orElse("");
        List<Kept> found =
                filter.wrong() ? List.of() : inbox.find(filter.query(Optional.empty(), InboxScreen.MOST + 1));
        Optional<ToolBench> tools = bench.map(one -> one.tools().read(typed));
        InboxScreen screen = new InboxScreen(
                filter,
                mailbox.letters(
                        found.stream().limit(InboxScreen.MOST).toList(),
                        tools.map(ToolBench::now).orElseGet(clock::instant)),
                found.size() > InboxScreen.MOST,
                newest,
                filter.address(ADDRESS + "/live"),
                filter.address(ADDRESS + "/again"),
                Tool.of(visit.value("done")),
                tools);
        return pages.answer(status, visit.shell().at(filter.address(ADDRESS)), "inbox/index", screen);
    }
}
