package dev.countersign.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/// The two PEM files that TLS needs.
///
/// @param certificate the chain, the server's own certificate first
/// @param key its private key, PKCS#8, not encrypted
public record TlsFiles(Path certificate, Path key) {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END \\1PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    /// Reads both files as they are now.
    ///
    /// @throws IllegalArgumentException when one can't be read or understood, or they don't belong together; the
    ///     message names the file and never shows what is in the key
    X509ExtendedKeyManager load() {
        char[] noPassword = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", privateKey(), noPassword, chain());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, noPassword);
            return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException(
                    "the certificate " + certificate + " and the key " + key + " can't be used together", unusable);
        }
    }

    private Certificate[] chain() {
        try {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)));
            if (all.isEmpty()) {
                throw new IllegalArgumentException("the file " + certificate + " holds no certificate");
            }
            return all.toArray(Certificate[]::new);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("the certificate " + certificate + " can't be read", unreadable);
        }
    }

    private PrivateKey privateKey() {
        String pem;
        try {
            pem = Files.readString(key, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the key " + key + " can't be read", unreadable);
        }
        Matcher found = PRIVATE_KEY.matcher(pem);
        if (!found.find() || !found.group(1).isEmpty()) {
            throw new IllegalArgumentException("the key " + key
                    + " must be an unencrypted PKCS#8 PEM (-----BEGIN PRIVATE KEY-----);"
                    + " convert it with: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        }
        return decode(Base64.getMimeDecoder().decode(found.group(2)));
    }

    private PrivateKey decode(byte[] encoded) {
        return ALGORITHMS.stream()
                .flatMap(algorithm -> decode(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the key " + key + " is of none of the kinds " + ALGORITHMS));
    }

    private static Optional<PrivateKey> decode(String algorithm, byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }
}
