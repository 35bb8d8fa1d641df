package dev.countersign.delivery.smtp;

import dev.countersign.delivery.smtp.SmtpSettings.Security;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/// The mail library's settings for one server. They are given to a session of its own: nothing is read from,
/// or left in, what the whole of Java shares.
final class MailSessions {
    private MailSessions() {}

    static Session of(SmtpSettings settings, SSLContext trust) {
        Security security = settings.server().security();
        Properties properties = new Properties();
        put(properties, "host", settings.server().host());
        put(properties, "port", Integer.toString(settings.server().port()));
        put(properties, "from", settings.from().canonical());
        put(properties, "localhost", settings.greeting());
        put(properties, "auth", Boolean.toString(settings.login().isPresent()));
        put(properties, "auth.mechanisms", "PLAIN LOGIN");
        put(properties, "connectiontimeout", millis(settings.pool().connect()));
        put(properties, "timeout", millis(settings.pool().answer()));
        put(properties, "writetimeout", millis(settings.pool().answer()));
        put(properties, "ssl.enable", Boolean.toString(security == Security.TLS));
        put(properties, "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        put(properties, "starttls.required", Boolean.toString(security == Security.STARTTLS));
        put(properties, "ssl.checkserveridentity", "true");
        put(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        put(properties, "ssl.socketFactory", trust.getSocketFactory());
        put(properties, "ssl.socketFactory.fallback", "false");
        put(properties, "quitwait", "false");
        return Session.getInstance(properties);
    }

    private static void put(Properties properties, String name, Object value) {
        properties.put("mail.smtp." + name, value);
    }

    private static String millis(Duration span) {
        return Long.toString(Math.max(1, span.toMillis()));
    }
}
