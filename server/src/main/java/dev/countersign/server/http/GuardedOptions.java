package dev.countersign.server.http;

import io.helidon.common.socket.SocketOptions;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The engine asks for options right after it accepted a connection, before any handshake: the first moment at
/// which the [Guard] can hear of it.
///
/// @param engine the options themselves
/// @param guard told of each connection
record GuardedOptions(SocketOptions engine, Guard guard) implements SocketOptions {
    @Override
    public void configureSocket(SocketChannel socket) {
        guard.accepted(socket);
        engine.configureSocket(socket);
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return engine.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return engine.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return engine.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return engine.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return engine.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return engine.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return engine.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return engine.tcpNoDelay();
    }
}
