package dev.countersign.webhook;

import java.util.Optional;

/// What an event tells of. The words are published: none changes its meaning, and none goes away.
public enum EventType {
    /// A code was made, and is on its way or was known beforehand. A re-send is none: it is a message more.
    VERIFICATION_ISSUED("verification.issued"),
    /// The right code was given and is used up.
    VERIFICATION_REDEEMED("verification.redeemed"),
    /// Too many wrong codes were given.
    VERIFICATION_FAILED("verification.failed"),
    /// A code ended unused; told within seconds of that.
    VERIFICATION_EXPIRED("verification.expired"),
    /// A carrier accepted a message.
    MESSAGE_HANDED("message.handed"),
    /// A carrier says that it arrived.
    MESSAGE_DELIVERED("message.delivered"),
    /// A carrier says that it did not arrive.
    MESSAGE_UNDELIVERED("message.undelivered"),
    /// Its destination can't be reached.
    MESSAGE_FAILED("message.failed"),
    /// It was not handed over in time.
    MESSAGE_EXPIRED("message.expired");

    private static final String PREFIX = "dev.countersign.";

    private final String word;

    EventType(String word) {
        this.word = PREFIX + word;
    }

    /// The type as CloudEvents names it, as `dev.countersign.verification.issued`.
    public String word() {
        return word;
    }

    /// The type of that word, if there is one.
    public static Optional<EventType> of(String word) {
        for (EventType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
