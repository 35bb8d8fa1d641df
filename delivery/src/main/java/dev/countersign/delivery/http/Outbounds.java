package dev.countersign.delivery.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps connections to the hosts that were spoken to last. A host that made room for another is let go once
/// nobody speaks to it any more.
final class Outbounds implements AutoCloseable {
    private final int most;
    private final Function<URI, Outbound> making;
    private final Map<String, Line> lines = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /// @param most how many hosts are kept
    /// @param making makes the connection to one
    Outbounds(int most, Function<URI, Outbound> making) {
        this.most = most;
        this.making = making;
    }

    /// A host, and how many speak to it.
    private static final class Line {
        private final Outbound outbound;
        private int users;
        private boolean leaving;

        private Line(Outbound outbound) {
            this.outbound = outbound;
        }
    }

    /// Sends to a host.
    ///
    /// @param to scheme, host and port are looked at
    /// @throws Unanswered when there is no answer in time
    Answer send(URI to, Call call) throws Unanswered {
        Line line = enter(to.getScheme() + "://" + to.getRawAuthority());
        try {
            return line.outbound.send(call);
        } finally {
            leave(line);
        }
    }

    private Line enter(String host) throws Unanswered {
        Optional<Line> old = Optional.empty();
        Line line;
        synchronized (lines) {
            if (closed) {
                throw new Unanswered("stopped");
            }
            line = lines.computeIfAbsent(host, name -> new Line(making.apply(URI.create(name))));
            line.users++;
            if (lines.size() > most) {
                Line eldest = lines.values().iterator().next();
                lines.values().remove(eldest);
                eldest.leaving = true;
                old = Optional.of(eldest).filter(one -> one.users == 0);
            }
        }
        old.ifPresent(one -> one.outbound.close());
        return line;
    }

    private void leave(Line line) {
        boolean last;
        synchronized (lines) {
            line.users--;
            last = line.leaving && line.users == 0;
        }
        if (last) {
            line.outbound.close();
        }
    }

    @Override
    public void close() {
        Map<String, Line> all;
        synchronized (lines) {
            closed = true;
            all = new LinkedHashMap<>(lines);
            lines.clear();
        }
        all.values().forEach(line -> line.outbound.close());
    }
}
