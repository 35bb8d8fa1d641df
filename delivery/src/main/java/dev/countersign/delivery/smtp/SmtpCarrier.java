package dev.countersign.delivery.smtp;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.destination.MailAddress;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A carrier of mails: hands them to one mail server. Its reference is the mail's `Message-ID`.
public final class SmtpCarrier implements Carrier {
    private static final Duration IN_USE = Duration.ofSeconds(1);

    private final String name;
    private final Connections connections;
    private final Letter letter;
    private final InstantSource clock;

    /// @param name its name in the configuration
    /// @param settings the mail server
    /// @param trust which certificates are believed
    /// @param clock the time
    public SmtpCarrier(String name, SmtpSettings settings, SSLContext trust, InstantSource clock) {
        this.name = name;
        this.connections = new Connections(settings, trust, clock);
        this.letter = new Letter(settings.greeting(), settings.from());
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Dispatch dispatch(Message message) {
        if (!(message.to() instanceof MailAddress to)) {
            return new Dispatch.DestinationFault("no mail address");
        }
        try {
            Optional<Connection> connection = connections.take();
            return connection.isEmpty() ? new Dispatch.Busy(IN_USE) : send(connection.get(), message, to);
        } catch (MessagingException closedToUs) {
            return SmtpErrors.of(closedToUs);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Dispatch.CarrierFault("stopped while waiting");
        }
    }

    /// A connection is used again only after a mail that was taken, or a recipient that was not.
    private Dispatch send(Connection connection, Message message, MailAddress to) {
        Instant now = clock.instant();
        boolean good = false;
        try {
            connection.send(letter.of(message, now), to.canonical(), now);
            good = true;
            return new Dispatch.Handed(letter.messageId(message));
        } catch (MessagingException refused) {
            Dispatch result = SmtpErrors.of(refused);
            good = result instanceof Dispatch.DestinationFault;
            return result;
        } finally {
            if (good) {
                connections.giveBack(connection);
            } else {
                connections.drop(connection);
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
