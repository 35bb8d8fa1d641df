package dev.countersign.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS with the operator's own files.
final class TlsTest {
    @TempDir
    private Path directory;

    /// Trusts anything: what is looked at is which certificate was shown.
    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private TlsFiles files(String name, String algorithm) throws Exception {
        Path store = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "password")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        TlsFiles files = new TlsFiles(directory.resolve(name + ".crt"), directory.resolve(name + ".key"));
        Files.writeString(
                files.certificate(), pem("CERTIFICATE", keys.getCertificate("k").getEncoded()));
        Files.writeString(
                files.key(),
                pem("PRIVATE KEY", keys.getKey("k", "password".toCharArray()).getEncoded()));
        return files;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    private static SSLSocket connect(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private static String shownName(int port) throws Exception {
        try (SSLSocket socket = connect(port);
                RawClient client = new RawClient(socket)) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").answer().status())
                    .isEqualTo(200);
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static ListenerFixture fixture(TlsFiles files, HttpLimits limits) {
        return new ListenerFixture(new HttpConfig("127.0.0.1", 0, Optional.of(files), false, limits));
    }

    @Test
    void shows_the_new_certificate_after_a_reload() throws Exception {
        TlsFiles first = files("first", "RSA");
        TlsFiles second = files("second", "EC");
        try (ListenerFixture fixture = fixture(first, HttpLimits.standard())) {
            assertThat(shownName(fixture.listener.port())).isEqualTo("CN=first");
            Files.copy(second.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(second.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
            fixture.listener.reloadTls();
            assertThat(shownName(fixture.listener.port())).isEqualTo("CN=second");
        }
    }

    @Test
    void keeps_the_present_certificate_when_the_new_one_is_unusable() throws Exception {
        TlsFiles files = files("kept", "EC");
        try (ListenerFixture fixture = fixture(files, HttpLimits.standard())) {
            Files.writeString(files.key(), "nonsense");
            assertThatIllegalArgumentException()
                    .isThrownBy(fixture.listener::reloadTls)
                    .withMessageContaining(files.key().toString());
            assertThat(shownName(fixture.listener.port())).isEqualTo("CN=kept");
        }
    }

    @Test
    void a_body_of_11_mb_is_refused_in_a_readable_answer() throws Exception {
        byte[] body = new byte[11 * 1024 * 1024];
        try (ListenerFixture fixture = fixture(files("large", "EC"), HttpLimits.standard());
                RawClient client = new RawClient(connect(fixture.listener.port()))) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .send(body);
            assertThat(client.answer().body()).isEqualTo("oversized");
        }
    }

    @Test
    void a_handshake_that_never_comes_is_cut_off() throws Exception {
        HttpLimits limits = HttpLimits.standard().withTimes(Duration.ofMinutes(10), Duration.ofMillis(300));
        try (ListenerFixture fixture = fixture(files("silent", "EC"), limits);
                RawClient silent = fixture.client()) {
            assertThat(silent.closedByServer()).isTrue();
        }
    }

    @Test
    void plain_http_on_a_tls_port_is_cut_off() throws Exception {
        try (ListenerFixture fixture = fixture(files("plain", "EC"), HttpLimits.standard());
                RawClient plain = fixture.client()) {
            plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").finishSending();
            assertThat(fixture.seen).isEmpty();
            assertThat(shownName(fixture.listener.port())).isEqualTo("CN=plain");
        }
    }
}
