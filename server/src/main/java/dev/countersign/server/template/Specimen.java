package dev.countersign.server.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A message that nobody gets, written to be looked at.
///
/// @param tenant whose
/// @param purpose why
/// @param channel how it would travel
/// @param locale the language
/// @param details what it confirms; empty for nothing
public record Specimen(long tenant, String purpose, Channel channel, String locale, String details) {
    /// When specimens are written: no clock is asked.
    public static final Instant WRITTEN = Instant.EPOCH;

    private static final PhoneNumber NUMBER = new PhoneNumber("1", "5550100");
    private static final MailAddress ADDRESS = new MailAddress("somebody@example.com");

    /// The message.
    ///
    /// @param code the code that it carries; none when the purpose is a notice's
    /// @param lifetime how long the code is valid
    public DueMessage due(Code code, Duration lifetime) {
        return new DueMessage(
                "specimen",
                tenant,
                channel,
                channel == Channel.EMAIL ? ADDRESS : NUMBER,
                purpose,
                locale,
                purpose.startsWith("notice-") ? Optional.empty() : Optional.of(code),
                WRITTEN.plus(lifetime),
                0,
                details);
    }
}
