package dev.countersign.delivery.http;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// A context whose connections are all to one name, whatever address they go to. Without it, TLS would take
/// the address for the peer's name beside the real one: a certificate for the address alone would do, and a
/// session that was remembered for the address would be taken up for another name.
final class NamedContext extends SSLContext {
    /// @param real which certificates are believed
    /// @param host the name that they must bear
    NamedContext(SSLContext real, String host) {
        super(new Spi(real, host), real.getProvider(), real.getProtocol());
    }

    /// The real one's, but for the name.
    private static final class Spi extends SSLContextSpi {
        private final SSLContext real;
        private final String host;

        Spi(SSLContext real, String host) {
            this.real = real;
            this.host = host;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("the real one is initialised already");
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String address, int port) {
            return real.createSSLEngine(host, port);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw new UnsupportedOperationException("a connection without a peer");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("a socket would be to another name");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("this is a client");
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return real.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return real.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return real.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return real.getSupportedSSLParameters();
        }
    }
}
