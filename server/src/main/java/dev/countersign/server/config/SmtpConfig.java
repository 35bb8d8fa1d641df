package dev.countersign.server.config;

import dev.countersign.delivery.smtp.SmtpSettings;
import dev.countersign.delivery.smtp.SmtpSettings.Login;
import dev.countersign.delivery.smtp.SmtpSettings.Pool;
import dev.countersign.delivery.smtp.SmtpSettings.Security;
import dev.countersign.delivery.smtp.SmtpSettings.Server;
import dev.countersign.destination.MailAddress;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// A mail server; [SmtpSettings] says what each value means.
@Area(value = "smtp", doc = "A mail server that takes our mails.") public record SmtpConfig(
        @Key(doc = "Its name, which its certificate must bear.", example = "mail.example.com", required = true)
        String host,

        @Key(doc = "Its port: 587 for `starttls`, 465 for `tls`.", example = "465")
        int port,

        @Key(doc = "How the connection is protected. `none` is for a relay on the same machine.", example = "tls")
        Security security,

        @Key(doc = "Who we are there. Without it nobody logs in.", example = "countersign")
        Optional<String> user,

        @Key(doc = "Where the password is.", example = "file:/run/secrets/smtp-password")
        Optional<SecretReference> password,

        @Key(doc = "The address that mails come from.", example = "no-reply@example.com", required = true)
        String from,

        @Key(
                doc = "The host's name that we greet with. By default what follows the @ of `from`.",
                example = "mfa.example.com")
        Optional<String> greeting,

        @Key(doc = "How many connections at the most: 1 to 100.", example = "8")
        int connections,

        @Key(doc = "How long a connection may take to stand.", example = "5s")
        Duration connectWithin,

        @Key(doc = "How long one answer may take.", example = "15s")
        Duration answerWithin,

        @Key(doc = "How long an unused connection is kept.", example = "1m")
        Duration idle,

        @Key(doc = "How many mails one connection sends before it is changed for another.", example = "50")
        int mailsPerConnection)
        implements CarrierDetails, Checked {
    /// The defaults. Host and sender have none: what stands here for them is never used.
    public static SmtpConfig standard() {
        Pool pool = Pool.standard();
        return new SmtpConfig(
                "mail.invalid",
                587,
                Security.STARTTLS,
                Optional.empty(),
                Optional.empty(),
                "none@mail.invalid",
                Optional.empty(),
                pool.connections(),
                pool.connect(),
                pool.answer(),
                pool.idle(),
                pool.mails());
    }

    @Override
    public void check() {
        settings(UNSEEN);
    }

    /// What the carrier is told.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public SmtpSettings settings(Function<SecretReference, Secret> secrets) {
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("user and password go together");
        }
        if (!MailAddress.valid(from)) {
            throw new IllegalArgumentException("from must be a mail address");
        }
        return new SmtpSettings(
                new Server(host, port, security),
                user.map(name -> new Login(name, secrets.apply(password.orElseThrow()))),
                new MailAddress(from),
                greeting.orElseGet(() -> from.substring(from.indexOf('@') + 1)),
                new Pool(connections, connectWithin, answerWithin, idle, mailsPerConnection));
    }
}
