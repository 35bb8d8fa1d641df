package dev.countersign.server.console.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be done from the inbox. Each is a form that says its word in the field `do`.
public enum Tool {
    /// Forget all messages.
    CLEAR,
    /// Move the virtual clock forward.
    CLOCK_ADVANCE,
    /// Set the virtual clock.
    CLOCK_SET,
    /// Let the virtual clock read the real time.
    CLOCK_BACK,
    /// Choose a failure.
    FAULT_ADD,
    /// Take one chosen failure away.
    FAULT_REMOVE,
    /// Take all chosen failures away.
    FAULT_CLEAR,
    /// Give a number a fixed code.
    NUMBER_PUT,
    /// Make it an ordinary number again.
    NUMBER_REMOVE,
    /// Save the world.
    SNAPSHOT_SAVE,
    /// Bring a saved world back.
    SNAPSHOT_RESTORE,
    /// Bring the first world back.
    RESET;

    /// Its word, as `clock-advance`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one of that word.
    static Optional<Tool> of(String word) {
        return Stream.of(values()).filter(tool -> tool.word().equals(word)).findFirst();
    }
}
