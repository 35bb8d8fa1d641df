package dev.countersign.delivery.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;

/// Keeps one session alive: connects, binds, and after each end waits a while and does it again.
final class Line {
    /// Beyond it, a doubled wait is longer than any that is configured.
    private static final int MOST_DOUBLINGS = 20;

    private final int number;
    private final Binding binding;
    private final Common common;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread keeper;
    private volatile Optional<Session> bound = Optional.empty();

    /// How often it was bound; only its keeper looks.
    private long bindings;

    /// Begins at once, on a thread of its own.
    ///
    /// @param number its number among those of the carrier, from 0
    Line(int number, Binding binding, Common common) {
        this.number = number;
        this.binding = binding;
        this.common = common;
        this.keeper = common.around().threads().newThread(this::keep);
        keeper.start();
    }

    /// What all lines of a carrier have in common.
    ///
    /// @param dialler connects
    /// @param deliveries takes what comes
    /// @param flow how long to wait
    /// @param around what is given from outside
    record Common(Dialler dialler, Deliveries deliveries, SmppSettings.Flow flow, Surroundings around) {}

    /// The session that may send now.
    Optional<Session> sending() {
        return binding.type() == BindType.BIND_RX ? Optional.empty() : bound.filter(Session::isOpen);
    }

    private void keep() {
        int failures = 0;
        boolean open = true;
        while (open) {
            String reason;
            long before = bindings;
            try {
                reason = once();
            } catch (RuntimeException fault) {
                reason = fault.getClass().getSimpleName();
            }
            failures = bindings > before ? 0 : failures + 1;
            Duration again = closed.getCount() > 0 ? pause(failures) : Duration.ZERO;
            common.around().watch().lost(number, reason, again);
            open = !isClosedWithin(again);
        }
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// One session, from its connection to its end.
    private String once() {
        Wire wire;
        try {
            wire = common.dialler().connect();
        } catch (IOException failure) {
            return WireBroken.words(failure);
        }
        Session session = new Session(wire, common.deliveries(), common.flow());
        CompletableFuture<String> ended = new CompletableFuture<>();
        common.around().threads().newThread(() -> read(session, ended)).start();
        Session.Heard heard = session.ask(binding::request);
        if (!binding.accepted(heard)) {
            session.end();
            ended.join();
            return binding.refusal(heard);
        }
        bindings++;
        bound = Optional.of(session);
        common.around().watch().bound(number);
        if (closed.getCount() == 0) {
            // Closed while it was being bound: nobody else knows of this session.
            session.unbind();
            session.end();
        }
        try {
            return ended.join();
        } finally {
            bound = Optional.empty();
        }
    }

    private void read(Session session, CompletableFuture<String> ended) {
        try {
            ended.complete(session.run(common.around().threads()));
        } finally {
            // For the one that never comes back: a fault of ours in reading ends the session, not the line.
            ended.complete("fault");
        }
    }

    /// Twice as long after each failure, and half of it by chance, lest all lines of all nodes knock together.
    private Duration pause(int failures) {
        SmppSettings.Reconnect reconnect = common.flow().reconnect();
        long first = reconnect.first().toMillis();
        int doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        long wait = Math.min(first << doublings, reconnect.most().toMillis());
        return Duration.ofMillis(wait / 2 + common.around().random().nextLong(wait / 2 + 1));
    }

    /// Unbinds and ends; returns when the session has.
    void close() {
        closed.countDown();
        bound.ifPresent(session -> {
            session.unbind();
            session.end();
        });
        try {
            // A connection that is being made ends by its own time.
            keeper.join(common.flow().answerWithin());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
