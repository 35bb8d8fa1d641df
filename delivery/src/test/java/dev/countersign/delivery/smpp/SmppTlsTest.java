package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.smpp.SmppSettings.Endpoint;
import dev.countersign.delivery.smpp.SmppSettings.Tls;
import dev.countersign.testkit.smsc.TestSmsc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS to the message centre: who is trusted, and who is not.
final class SmppTlsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path directory;

    @Test
    void a_message_centre_is_trusted_by_its_certificate_and_name() throws Exception {
        KeyStore keys = keys("right", "SAN=ip:127.0.0.1");
        try (TestSmsc smsc = new TestSmsc(context(keys).getServerSocketFactory());
                Rig rig = rig(smsc, new Tls(Optional.of(pem("right", keys)), true))
                        .awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
            assertThat(smsc.receipt("1", 2)).hasValue(0);
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("1");
        }
    }

    @Test
    void one_that_shows_another_certificate_is_not() throws Exception {
        KeyStore keys = keys("right", "SAN=ip:127.0.0.1");
        KeyStore others = keys("other", "SAN=ip:127.0.0.1");
        try (TestSmsc smsc = new TestSmsc(context(keys).getServerSocketFactory());
                Rig rig = rig(smsc, new Tls(Optional.of(pem("other", others)), true))) {
            assertThat(Rig.next(rig.losses)).isEqualTo("SSLHandshakeException");
            assertThat(rig.carrier.ready()).isFalse();
        }
    }

    @Test
    void one_that_the_jdk_does_not_know_is_not_without_a_file() throws Exception {
        KeyStore keys = keys("right", "SAN=ip:127.0.0.1");
        try (TestSmsc smsc = new TestSmsc(context(keys).getServerSocketFactory());
                Rig rig = rig(smsc, new Tls(Optional.empty(), true))) {
            assertThat(Rig.next(rig.losses)).isEqualTo("SSLHandshakeException");
        }
    }

    @Test
    void one_with_another_name_is_trusted_only_when_names_are_not_checked() throws Exception {
        KeyStore keys = keys("right", "SAN=dns:smsc.example");
        Path trusted = pem("right", keys);
        try (TestSmsc smsc = new TestSmsc(context(keys).getServerSocketFactory())) {
            try (Rig rig = rig(smsc, new Tls(Optional.of(trusted), true))) {
                assertThat(Rig.next(rig.losses)).isEqualTo("SSLHandshakeException");
            }
            try (Rig rig = rig(smsc, new Tls(Optional.of(trusted), false)).awaitReady()) {
                assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
            }
        }
    }

    @Test
    void a_missing_file_is_named_by_its_kind_of_failure() {
        try (TestSmsc smsc = TestSmsc.plain();
                Rig rig = rig(smsc, new Tls(Optional.of(directory.resolve("none.pem")), true))) {
            assertThat(Rig.next(rig.losses)).isEqualTo("NoSuchFileException");
        }
    }

    private static Rig rig(TestSmsc smsc, Tls tls) {
        SmppSettings plain = Rig.settings(smsc.port());
        return new Rig(new SmppSettings(
                new Endpoint("127.0.0.1", smsc.port(), Optional.of(tls)),
                plain.bind(),
                plain.flow(),
                plain.sender(),
                plain.wording()));
    }

    private KeyStore keys(String name, String extension) throws Exception {
        Path store = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private Path pem(String name, KeyStore keys) throws Exception {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("k").getEncoded());
        return Files.writeString(
                directory.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
