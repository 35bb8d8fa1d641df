package dev.countersign.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The connections to one mail server: never more than its settings allow, used again while they are good.
/// One that broke, aged or has sent enough is closed and forgotten.
final class Connections {
    private final SmtpSettings settings;
    private final Session session;
    private final InstantSource clock;
    private final Semaphore places;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(SmtpSettings settings, SSLContext trust, InstantSource clock) {
        this.settings = settings;
        this.session = MailSessions.of(settings, trust);
        this.clock = clock;
        this.places = new Semaphore(settings.pool().connections(), true);
    }

    /// Takes a connection, which must be given back or dropped; waits for one as long as an answer may take.
    ///
    /// @return empty when all are in use, or when no more may be taken
    /// @throws MessagingException when none could be opened
    /// @throws InterruptedException when the thread is to stop
    Optional<Connection> take() throws MessagingException, InterruptedException {
        if (!places.tryAcquire(settings.pool().answer().toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Connection connection = null;
        try {
            connection = isClosed() ? null : reusedOrNew();
            return Optional.ofNullable(connection);
        } finally {
            if (connection == null) {
                places.release();
            }
        }
    }

    private Connection reusedOrNew() throws MessagingException {
        Connection reused = newestIdle();
        while (reused != null) {
            if (reused.fresh(settings.pool(), clock.instant()) && reused.alive()) {
                return reused;
            }
            reused.close();
            reused = newestIdle();
        }
        return Connection.open(settings, session);
    }

    private @Nullable Connection newestIdle() {
        synchronized (idle) {
            return idle.pollFirst();
        }
    }

    private boolean isClosed() {
        synchronized (idle) {
            return closed;
        }
    }

    /// Gives a connection back that another mail may use.
    void giveBack(Connection connection) {
        Instant now = clock.instant();
        boolean kept;
        synchronized (idle) {
            kept = !closed && connection.fresh(settings.pool(), now);
            if (kept) {
                idle.addFirst(connection);
            }
        }
        if (!kept) {
            connection.close();
        }
        places.release();
    }

    /// Closes a connection that no mail should use again.
    void drop(Connection connection) {
        connection.close();
        places.release();
    }

    /// Lets what is under way end, as long as answers may take, and closes the others.
    void close() {
        synchronized (idle) {
            closed = true;
        }
        Duration most = settings.pool().answer();
        boolean all = false;
        try {
            all = places.tryAcquire(settings.pool().connections(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (Connection left = newestIdle(); left != null; left = newestIdle()) {
            left.close();
        }
        if (all) {
            places.release(settings.pool().connections());
        }
    }
}
