package dev.countersign.delivery.http;

import dev.countersign.delivery.Message;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// A word in braces that stands for a part of the message.
enum Placeholder {
    /// Country code and national number as digits; a mail's address.
    TO("to", true),
    /// The same with `+` in front; a mail's address.
    TO_PLUS("to-plus", false),
    /// The country code; nothing for a mail.
    COUNTRY("country", true),
    /// The national number; nothing for a mail.
    NATIONAL("national", true),
    /// The sender's name.
    FROM("from", false),
    /// The whole text.
    TEXT("text", false),
    /// The code alone; nothing for a notice.
    CODE("code", false),
    /// For how many minutes the code is still valid, to the nearest, one at least.
    MINUTES("minutes", true),
    /// The message's id, the same at every hand-over.
    ID("id", true),
    /// The locale that was asked for.
    LOCALE("locale", false),
    /// Why it is sent.
    PURPOSE("purpose", true),
    /// The provider's own name of the registered text.
    TEMPLATE("template", false);

    private final String word;
    private final boolean tame;

    Placeholder(String word, boolean tame) {
        this.word = word;
        this.tame = tame;
    }

    /// What placeholders are filled with.
    ///
    /// @param now tells how long the code is still valid
    /// @param template the provider's name of the registered text; empty when there is none
    record Filling(Message message, Instant now, String template) {}

    /// Whether it may stand in a header: it tells nothing secret, and holds what a header may.
    boolean tame() {
        return tame;
    }

    String word() {
        return word;
    }

    static Optional<Placeholder> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    String in(Filling filling) {
        Message message = filling.message();
        return switch (this) {
            case TO ->
                switch (message.to()) {
                    case PhoneNumber phone -> phone.digits();
                    case MailAddress mail -> mail.canonical();
                };
            case TO_PLUS -> toPlus(message.to());
            case COUNTRY -> message.to() instanceof PhoneNumber phone ? phone.countryCode() : "";
            case NATIONAL -> message.to() instanceof PhoneNumber phone ? phone.national() : "";
            case FROM -> message.from();
            case TEXT -> message.text();
            case CODE -> message.code().map(code -> code.secret().reveal()).orElse("");
            case MINUTES -> Long.toString(minutes(Duration.between(filling.now(), message.expiresAt())));
            case ID -> message.id();
            case LOCALE -> message.locale();
            case PURPOSE -> message.purpose();
            case TEMPLATE -> filling.template();
        };
    }

    /// A number with `+` in front, or an address.
    static String toPlus(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> "+" + phone.digits();
            case MailAddress mail -> mail.canonical();
        };
    }

    /// Rounded as our own texts round it, so that both say the same.
    private static long minutes(Duration left) {
        return Math.max(1, left.plusSeconds(30).toMinutes());
    }
}
