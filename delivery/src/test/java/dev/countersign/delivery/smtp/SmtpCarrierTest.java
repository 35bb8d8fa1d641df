package dev.countersign.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.TestTls;
import dev.countersign.delivery.smtp.SmtpSettings.Login;
import dev.countersign.delivery.smtp.SmtpSettings.Pool;
import dev.countersign.delivery.smtp.SmtpSettings.Security;
import dev.countersign.destination.MailAddress;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Secret;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails to a real mail server, through TLS in both forms.
final class SmtpCarrierTest {
    private static final Message MAIL = Letters.mail(Message.Written.plain("Example", "482913 is your code."), "en");
    private static TestTls tls;

    private final TestClock clock = TestClock.atNoon();
    private GreenMail server;

    @BeforeAll
    static void makeTheCertificate(@TempDir Path directory) throws Exception {
        tls = TestTls.bearing(directory, "dns:localhost");
    }

    @BeforeEach
    void startTheServer() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    private Front front(Front.Protection protection) throws Exception {
        return new Front(server.getSmtp().getPort(), protection, tls.context());
    }

    private SmtpCarrier carrier(int port, Security security, Optional<Login> login, Pool pool, SSLContext trust) {
        return new SmtpCarrier(
                "mail",
                new SmtpSettings(
                        new SmtpSettings.Server("localhost", port, security),
                        login,
                        new MailAddress("no-reply@example.org"),
                        "id.example.org",
                        pool),
                trust,
                clock);
    }

    private SmtpCarrier carrier(int port, Security security) throws Exception {
        return carrier(port, security, Optional.empty(), pool(2, 100), tls.context());
    }

    private static Pool pool(int connections, int mails) {
        return new Pool(connections, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), mails);
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        return new String(parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_mail_has_two_forms_and_says_that_a_machine_wrote_it() throws Exception {
        try (Front front = front(Front.Protection.STARTTLS);
                SmtpCarrier carrier = carrier(front.port(), Security.STARTTLS)) {
            assertThat(carrier.dispatch(MAIL)).isEqualTo(new Dispatch.Handed("<msg-01hx7@id.example.org>"));
        }
        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Message-ID")).containsExactly("<msg-01hx7@id.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("From")).containsExactly("Example <no-reply@example.org>");
        assertThat(mail.getHeader("To")).containsExactly("alice@example.com");
        assertThat(mail.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 12:00:00 GMT");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(0).getContentType())
                .isEqualTo("text/plain; charset=utf-8");
        assertThat(part(mail, 0)).isEqualTo("482913 is your code.");
        assertThat(part(mail, 1)).contains("<html lang=\"en\" dir=\"ltr\">").contains("<p>482913 is your code.</p>");
    }

    @Test
    void implicit_tls_and_a_login_work_and_a_wrong_password_does_not() throws Exception {
        server.getUserManager().createUser("relay@example.org", "relay", "s3cret");
        server.getUserManager().setAuthRequired(true);
        try (Front front = front(Front.Protection.TLS);
                SmtpCarrier right = carrier(
                        front.port(),
                        Security.TLS,
                        Optional.of(new Login("relay", Secret.of("s3cret"))),
                        pool(1, 9),
                        tls.context());
                SmtpCarrier wrong = carrier(
                        front.port(),
                        Security.TLS,
                        Optional.of(new Login("relay", Secret.of("guess"))),
                        pool(1, 9),
                        tls.context())) {
            assertThat(wrong.dispatch(MAIL)).isEqualTo(new Dispatch.CarrierFault("login refused"));
            assertThat(right.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
        }
        onlyMail();
    }

    /// The server's own TLS shows a certificate of another name.
    @Test
    void a_certificate_that_is_not_the_servers_is_refused() throws Exception {
        try (SmtpCarrier carrier = carrier(server.getSmtps().getPort(), Security.TLS)) {
            assertThat(carrier.dispatch(MAIL))
                    .isEqualTo(new Dispatch.CarrierFault("no trust in its certificate, or none in TLS"));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_starttls_is_told_nothing() throws Exception {
        try (SmtpCarrier carrier = carrier(server.getSmtp().getPort(), Security.STARTTLS)) {
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.CarrierFault.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> carrier(
                        25, Security.NONE, Optional.of(new Login("a", Secret.of("b"))), pool(1, 1), tls.context()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connections_are_used_again_until_they_are_old_idle_or_broken() throws Exception {
        try (Front front = front(Front.Protection.NONE);
                SmtpCarrier carrier =
                        carrier(front.port(), Security.NONE, Optional.empty(), pool(2, 5), tls.context())) {
            for (int i = 0; i < 5; i++) {
                assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
            }
            assertThat(front.connections()).isEqualTo(1);
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
            assertThat(front.connections()).as("five mails are enough for one").isEqualTo(2);
            clock.advance(Duration.ofSeconds(31));
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
            assertThat(front.connections()).as("idle for too long").isEqualTo(3);
            front.breakAll();
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
            assertThat(front.connections()).as("broken while idle").isEqualTo(4);
        }
        assertThat(server.getReceivedMessages()).hasSize(8);
    }

    @Test
    void many_at_once_share_few_connections() throws Exception {
        try (Front front = front(Front.Protection.NONE);
                SmtpCarrier carrier =
                        carrier(front.port(), Security.NONE, Optional.empty(), pool(3, 1000), tls.context());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Dispatch>> results = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                results.add(threads.submit(() -> carrier.dispatch(MAIL)));
            }
            for (Future<Dispatch> result : results) {
                assertThat(result.get()).isInstanceOf(Dispatch.Handed.class);
            }
            assertThat(front.connections()).isBetween(1, 3);
        }
        assertThat(server.getReceivedMessages()).hasSize(60);
    }

    @Test
    void a_connection_that_drops_in_mid_mail_is_the_carriers_fault_and_forgotten() throws Exception {
        try (Front front = front(Front.Protection.NONE);
                SmtpCarrier carrier = carrier(front.port(), Security.NONE)) {
            for (String command : List.of("MAIL", "RCPT", "DATA", ".")) {
                front.answer(Map.of(command, ""));
                assertThat(carrier.dispatch(MAIL)).as(command).isInstanceOf(Dispatch.CarrierFault.class);
                front.answer(Map.of());
                assertThat(carrier.dispatch(MAIL)).as("after " + command).isInstanceOf(Dispatch.Handed.class);
            }
        }
    }

    @Test
    void what_the_server_says_no_to_decides_whose_fault_it_is() throws Exception {
        Map<String, Dispatch> verdicts = Map.ofEntries(
                Map.entry("RCPT|550 5.1.1 no such user", new Dispatch.DestinationFault("smtp 550 5.1.1")),
                Map.entry("RCPT|552 5.2.2 mailbox full", new Dispatch.DestinationFault("smtp 552 5.2.2")),
                Map.entry("RCPT|550 alice@example.com unknown", new Dispatch.DestinationFault("smtp 550")),
                Map.entry("RCPT|550 5.7.1 your address is blocked", new Dispatch.CarrierFault("smtp 550 5.7.1")),
                Map.entry("RCPT|554 relay access denied", new Dispatch.CarrierFault("smtp 554")),
                Map.entry("RCPT|451 4.7.1 greylisted", new Dispatch.CarrierFault("smtp 451 4.7.1")),
                Map.entry("RCPT|450 mailbox busy", new Dispatch.CarrierFault("smtp 450")),
                Map.entry("MAIL|550 5.1.8 sender refused", new Dispatch.CarrierFault("smtp 550 5.1.8")),
                Map.entry("MAIL|452 4.3.1 no space", new Dispatch.CarrierFault("smtp 452 4.3.1")),
                Map.entry("DATA|554 5.7.0 no", new Dispatch.CarrierFault("smtp 554 5.7.0")));
        try (Front front = front(Front.Protection.NONE);
                SmtpCarrier carrier = carrier(front.port(), Security.NONE)) {
            verdicts.forEach((answer, verdict) -> {
                String[] parts = answer.split("\\|");
                front.answer(Map.of(parts[0], parts[1]));
                assertThat(carrier.dispatch(MAIL)).as(answer).isEqualTo(verdict);
            });
            front.answer(Map.of());
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Handed.class);
        }
    }

    @Test
    void nobody_there_silence_and_another_protocol_are_the_carriers_fault() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SmtpCarrier carrier = carrier(
                        silent.getLocalPort(),
                        Security.NONE,
                        Optional.empty(),
                        new Pool(1, Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(9), 9),
                        tls.context())) {
            assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.CarrierFault.class);
        }
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        try (SmtpCarrier carrier = carrier(free, Security.NONE)) {
            assertThat(carrier.dispatch(MAIL)).isEqualTo(new Dispatch.CarrierFault("no connection"));
        }
    }

    @Test
    void a_number_is_no_destination_and_a_closed_carrier_takes_nothing() throws Exception {
        SmtpCarrier carrier = carrier(server.getSmtp().getPort(), Security.NONE);
        assertThat(carrier.dispatch(Letters.text("482913")))
                .isEqualTo(new Dispatch.DestinationFault("no mail address"));
        carrier.close();
        assertThat(carrier.dispatch(MAIL)).isInstanceOf(Dispatch.Busy.class);
    }
}
