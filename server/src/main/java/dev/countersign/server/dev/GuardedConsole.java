package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;

/// The console with guards in front: it proves nobody by itself, so that a token that is in force is needed here, too.
public final class GuardedConsole implements Site {
    private final Site behind;
    private final Guards guards;

    /// @param behind the console
    /// @param guards who gets through
    public GuardedConsole(Site behind, Guards guards) {
        this.behind = behind;
        this.guards = guards;
    }

    @Override
    public boolean serves(Request request) {
        return behind.serves(request);
    }

    @Override
    public Response answer(Request request) {
        return guards.refuseConsole(request).map(Problem::response).orElseGet(() -> behind.answer(request));
    }
}
