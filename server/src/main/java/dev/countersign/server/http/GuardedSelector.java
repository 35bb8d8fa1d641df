package dev.countersign.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/// Makes every connection a [GuardedConnection].
///
/// @param engine the engine's own selector
/// @param guard what guards
record GuardedSelector(ServerConnectionSelector engine, Guard guard) implements ServerConnectionSelector {
    @Override
    public int bytesToIdentifyConnection() {
        return engine.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return engine.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new GuardedConnection(engine, context, guard);
    }
}
