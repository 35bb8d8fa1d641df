package dev.countersign.server.carrier;

import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.Optional;

/// Messages to hand over in tests.
final class Letters {
    private Letters() {}

    static Message sms(String id) {
        return new Message(
                id,
                1,
                Channel.SMS,
                new PhoneNumber("852", "61234567"),
                Message.Written.plain("Acme", "012345 is your code"),
                Optional.of(Code.of("012345")),
                "login",
                "en",
                Instant.parse("2030-01-01T00:00:00Z"));
    }
}
