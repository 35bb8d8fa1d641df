package dev.countersign.server.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;

/// The engine's connection with the [Guard] around it. While it is handled, [#current] finds it.
final class GuardedConnection implements ServerConnection {
    private static final ScopedValue<GuardedConnection> CURRENT = ScopedValue.newInstance();

    private final ServerConnection engine;
    private final Watched watched;
    private final Intake intake;
    private final boolean secure;
    private boolean unread;

    /// @throws CloseConnectionException when the client left already
    GuardedConnection(ServerConnectionSelector selector, ConnectionContext context, Guard guard) {
        this.watched = guard.from(context.remotePeer().address())
                .orElseThrow(() -> new CloseConnectionException("the client left"));
        this.intake = new Intake(context.serverSocket(), watched, guard);
        this.secure = context.isSecure();
        this.engine = selector.connection(new GuardedContext(context, intake));
    }

    /// The connection that this thread handles.
    static GuardedConnection current() {
        return CURRENT.get();
    }

    @Override
    public void handle(Limit limit) {
        watched.enter(Watched.Phase.IDLE);
        try {
            ScopedValue.where(CURRENT, this).call(() -> {
                engine.handle(limit);
                return this;
            });
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            intake.release();
            farewell();
        }
    }

    private void farewell() {
        if (unread && !intake.ended()) {
            watched.enter(Watched.Phase.FAREWELL);
            if (!secure) {
                watched.finishSending();
            }
            intake.throwAway();
        }
    }

    Intake intake() {
        return intake;
    }

    /// A site begins to work.
    void answering() {
        watched.enter(Watched.Phase.ANSWERING);
    }

    /// An answer is sent.
    void writing() {
        watched.enter(Watched.Phase.WRITING);
    }

    /// The answer was sent; the connection waits for the next request.
    void idle() {
        intake.next();
        watched.enter(Watched.Phase.IDLE);
    }

    /// The answer is given before the request was read to its end.
    void leaveUnread() {
        unread = true;
    }

    @Override
    public Duration idleTime() {
        return engine.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        engine.close(interrupt);
    }
}
