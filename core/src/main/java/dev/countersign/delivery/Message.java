package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.verification.Code;
import dev.countersign.verification.MessageLanguage;
import java.util.Optional;

/// A message as it is handed to a carrier: written out in its language.
///
/// @param id the idempotency reference
/// @param from the sender's name
/// @param text what the person reads or hears; it holds the code
/// @param code the code alone, for carriers that fill a registered template with it; empty for a notice
/// @param locale the locale that was asked for
public record Message(
        String id,
        long tenant,
        Channel channel,
        String from,
        Destination to,
        String text,
        Optional<Code> code,
        String purpose,
        String locale) {
    /// A message with a code.
    public Message(
            String id,
            long tenant,
            Channel channel,
            String from,
            Destination to,
            String text,
            Code code,
            String purpose,
            String locale) {
        this(id, tenant, channel, from, to, text, Optional.of(code), purpose, locale);
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
