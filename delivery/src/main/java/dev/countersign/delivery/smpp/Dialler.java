package dev.countersign.delivery.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// Connects to a message centre, by TCP or TLS.
final class Dialler {
    private final SmppSettings.Endpoint endpoint;
    private final int withinMillis;

    /// @param within how long the connection may take, and the TLS handshake
    Dialler(SmppSettings.Endpoint endpoint, Duration within) {
        this.endpoint = endpoint;
        this.withinMillis = (int) within.toMillis();
    }

    /// Connects.
    ///
    /// @throws IOException when nobody answers, or somebody whom the settings do not trust
    Wire connect() throws IOException {
        Socket plain = new Socket();
        boolean connected = false;
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), withinMillis);
            Socket socket =
                    endpoint.tls().isPresent() ? secured(plain, endpoint.tls().get()) : plain;
            Wire wire = new Wire(socket, plain);
            connected = true;
            return wire;
        } catch (SocketTimeoutException silence) {
            throw new WireBroken("no connection in time", silence);
        } finally {
            if (!connected) {
                plain.close();
            }
        }
    }

    private Socket secured(Socket plain, SmppSettings.Tls tls) throws IOException {
        SSLSocket socket =
                (SSLSocket) context(tls).getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        if (tls.checkName()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.setSoTimeout(withinMillis);
        socket.startHandshake();
        return socket;
    }

    /// Read anew for each connection, so that a renewed file needs no restart.
    private static SSLContext context(SmppSettings.Tls tls) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(tls.trusted().isPresent() ? read(tls.trusted().get()) : null);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the trusted certificates can't be used", unusable);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
        }
        return store;
    }
}
