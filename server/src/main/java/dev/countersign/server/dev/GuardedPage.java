package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;

/// A page for people with guards in front.
public final class GuardedPage implements Site {
    private final Site behind;
    private final Guards guards;

    /// @param behind what is guarded
    /// @param guards who gets through
    public GuardedPage(Site behind, Guards guards) {
        this.behind = behind;
        this.guards = guards;
    }

    @Override
    public boolean serves(Request request) {
        return behind.serves(request);
    }

    @Override
    public Response answer(Request request) {
        return guards.refusePage(request).map(Problem::response).orElseGet(() -> behind.answer(request));
    }
}
