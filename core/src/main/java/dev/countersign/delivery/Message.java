package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.verification.Code;
import dev.countersign.verification.MessageLanguage;
import java.time.Instant;
import java.util.Optional;

/// A message as it is handed to a carrier: written out in its language.
///
/// @param id the idempotency reference
/// @param tenant whose it is
/// @param channel how it travels
/// @param to where it goes
/// @param written what the person reads or hears
/// @param code the code alone, for carriers that fill a registered template with it; empty for a notice
/// @param purpose why, as [dev.countersign.verification.Purpose] or [Notice.Kind] names it
/// @param locale the locale that was asked for
/// @param expiresAt when it is no longer worth anything
public record Message(
        String id,
        long tenant,
        Channel channel,
        Destination to,
        Written written,
        Optional<Code> code,
        String purpose,
        String locale,
        Instant expiresAt) {

    /// What the person reads or hears.
    ///
    /// @param from the sender's name
    /// @param subject of a mail; shown by no other channel
    /// @param text holds the code
    /// @param html a mail's second form; empty for none
    public record Written(String from, String subject, String text, Optional<String> html) {
        /// Plain text.
        public static Written plain(String from, String text) {
            return new Written(from, from, text, Optional.empty());
        }

        /// Without what must not be logged.
        @Override
        public String toString() {
            return "Written(from " + from + ")";
        }
    }

    /// The sender's name.
    public String from() {
        return written.from();
    }

    /// What the person reads or hears; it holds the code.
    public String text() {
        return written.text();
    }

    /// The language that it is written in, which need not be that of the locale that was asked for.
    public MessageLanguage language() {
        return MessageLanguage.of(locale);
    }

    /// Without text and code, which must not be logged.
    @Override
    public String toString() {
        return "Message(" + id + " by " + channel.word() + " to " + to.masked() + ")";
    }
}
