package dev.countersign.server.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// A server key that can be changed while connections are open: new handshakes use the new one.
final class ReloadableKey extends X509ExtendedKeyManager {
    private final TlsFiles files;
    private volatile X509ExtendedKeyManager current;

    /// @throws IllegalArgumentException when the files can't be used
    ReloadableKey(TlsFiles files) {
        this.files = files;
        this.current = files.load();
    }

    /// Reads the files again; keeps the present key when they can't be used.
    ///
    /// @throws IllegalArgumentException when they can't
    void reload() {
        current = files.load();
    }

    /// A context that always shows the present key.
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, null, null);
            return context;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no TLS", absent);
        }
    }

    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return current.getServerAliases(kind, issuers);
    }

    @Override
    public @Nullable String chooseServerAlias(String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return current.chooseServerAlias(kind, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String kind, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return current.chooseEngineServerAlias(kind, issuers, engine);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return current.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return current.getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
