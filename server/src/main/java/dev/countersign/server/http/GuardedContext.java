package dev.countersign.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// The engine's own view of a connection, but all that is read passes through an [Intake].
final class GuardedContext implements ConnectionContext {
    private final ConnectionContext engine;
    private final DataReader reader;

    GuardedContext(ConnectionContext engine, Intake intake) {
        this.engine = engine;
        this.reader = DataReader.create(intake);
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return engine.dataWriter();
    }

    @Override
    public ListenerContext listenerContext() {
        return engine.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return engine.executor();
    }

    @Override
    public Router router() {
        return engine.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return engine.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return engine.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return engine.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return engine.localPeer();
    }

    @Override
    public boolean isSecure() {
        return engine.isSecure();
    }

    @Override
    public String socketId() {
        return engine.socketId();
    }

    @Override
    public String childSocketId() {
        return engine.childSocketId();
    }
}
