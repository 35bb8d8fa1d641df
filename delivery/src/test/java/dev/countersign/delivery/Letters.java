package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.Optional;

/// Messages for tests.
public final class Letters {
    /// When a code of these ends, for a clock that stands at noon: in ten minutes.
    public static final Instant END = Instant.parse("2026-11-22T12:10:00Z");

    private Letters() {}

    /// A text to a phone.
    public static Message text(String text) {
        return to(new PhoneNumber("852", "61234567"), Channel.SMS, Message.Written.plain("Example", text), "en");
    }

    /// A text with a code, in a locale.
    public static Message login(PhoneNumber to, String locale) {
        return to(to, Channel.SMS, Message.Written.plain("Example", "482913 is your code."), locale);
    }

    /// A call that speaks a text.
    public static Message call(String text) {
        return to(new PhoneNumber("852", "61234567"), Channel.VOICE, Message.Written.plain("Example", text), "en");
    }

    /// A mail.
    public static Message mail(Message.Written written, String locale) {
        return to(new MailAddress("alice@example.com"), Channel.EMAIL, written, locale);
    }

    private static Message to(Destination to, Channel channel, Message.Written written, String locale) {
        return new Message("msg-01hx7", 1, channel, to, written, Optional.of(Code.of("482913")), "login", locale, END);
    }
}
