package dev.countersign.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One connection to a mail server, used by one thread at a time.
final class Connection {
    private final Session session;
    private final SMTPTransport transport;
    private int mails;
    private Instant usedAt = Instant.EPOCH;

    private Connection(Session session) {
        this.session = session;
        this.transport = new SMTPTransport(session, new URLName("smtp://"));
    }

    /// Connects, protects the connection and signs in.
    ///
    /// @throws MessagingException when one of these fails
    static Connection open(SmtpSettings settings, Session session) throws MessagingException {
        Connection connection = new Connection(session);
        SmtpSettings.Server server = settings.server();
        String user = settings.login().map(SmtpSettings.Login::user).orElse(null);
        String password =
                settings.login().map(login -> login.password().reveal()).orElse(null);
        connection.connect(server, user, password);
        return connection;
    }

    private void connect(SmtpSettings.Server server, @Nullable String user, @Nullable String password)
            throws MessagingException {
        transport.connect(server.host(), server.port(), user, password);
    }

    /// Sends one mail.
    ///
    /// @param letter the whole of it, in ASCII
    /// @throws MessagingException when the server did not take it
    void send(String letter, String to, Instant now) throws MessagingException {
        mails++;
        usedAt = now;
        MimeMessage message =
                new MimeMessage(session, new ByteArrayInputStream(letter.getBytes(StandardCharsets.US_ASCII)));
        transport.sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
    }

    /// Whether it is young enough to be used again.
    boolean fresh(SmtpSettings.Pool pool, Instant now) {
        return mails < pool.mails() && usedAt.plus(pool.idle()).isAfter(now);
    }

    /// Whether the server still answers on it; asks it.
    boolean alive() {
        return transport.isConnected();
    }

    /// Ends it. What goes wrong while it ends is of no consequence.
    void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            mails = Integer.MAX_VALUE;
        }
    }
}
