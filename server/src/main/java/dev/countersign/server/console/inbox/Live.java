package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.value.Bytes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// `/console/inbox/live`: tells a page of messages that come after the one it names, as server-sent events.
///
/// Each answer is held until something comes, and then ends; the browser asks again by itself, naming the last message
/// that it got, so that none is lost between two answers. Whoever's session ended meanwhile is told of nothing. A
/// stream that is never ended would hold up a server that stops, and would have to be told apart from a client that
/// does not read.
public final class Live {
    private static final Duration WAIT = Duration.ofSeconds(25);
    private static final int MOST_LISTENERS = 64;
    private static final int MOST_AT_ONCE = 50;
    private static final String TYPE = "text/event-stream";

    private final Mailbox mailbox;
    private final Arrivals arrivals;
    private final InstantSource clock;
    private final ConsolePages pages;
    private final Semaphore places = new Semaphore(MOST_LISTENERS);

    /// @param mailbox what was sent
    /// @param arrivals waits for them
    /// @param clock the virtual clock, by which verifications end
    /// @param pages draws them
    public Live(Mailbox mailbox, Arrivals arrivals, InstantSource clock, ConsolePages pages) {
        this.mailbox = mailbox;
        this.arrivals = arrivals;
        this.clock = clock;
        this.pages = pages;
    }

    Response answer(Visit visit) {
        if (!places.tryAcquire()) {
            return events(503, "");
        }
        try {
            return events(200, told(visit));
        } finally {
            places.release();
        }
    }

    private String told(Visit visit) {
        Inbox inbox = mailbox.inbox();
        Optional<String> after = visit.request()
                .headers()
                .first("Last-Event-ID")
                .or(() -> Optional.of(visit.value("after")))
                .filter(id -> !id.isEmpty());
        if (after.isPresent() && !inbox.holds(after.get())) {
            return "event: stale\ndata: cleared\n\n";
        }
        Inbox.Query query = Filter.of(visit).query(after, MOST_AT_ONCE + 1);
        List<Kept> found = arrivals.first(() -> inbox.find(query), WAIT);
        if (!visit.welcome().getAsBoolean()) {
            return "";
        }
        if (found.size() > MOST_AT_ONCE) {
            return "event: stale\ndata: many\n\n";
        }
        StringBuilder told = new StringBuilder("retry: 50\n\n");
        mailbox.letters(found.reversed(), clock.instant()).forEach(letter -> told.append(event(letter, visit)));
        return told.toString();
    }

    private String event(Letter letter, Visit visit) {
        StringBuilder event =
                new StringBuilder("event: letter\nid: " + letter.kept().id() + "\n");
        pages.fragment(visit.shell(), "inbox/letter", letter)
                .lines()
                .forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static Response events(int status, String text) {
        return new Response(
                status,
                TYPE,
                List.of(
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("X-Content-Type-Options", "nosniff"),
                        Map.entry("Content-Security-Policy", "default-src 'none'"),
                        Map.entry("Cross-Origin-Resource-Policy", "same-origin")),
                Bytes.utf8(text),
                false);
    }
}
