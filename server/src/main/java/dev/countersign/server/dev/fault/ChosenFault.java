package dev.countersign.server.dev.fault;

import dev.countersign.server.dev.exchange.Recipient;
import java.util.Optional;

/// A failure with what it happens to.
///
/// @param id its name in this process
/// @param wanted what was asked for
/// @param left how many times it still happens; [#ALWAYS] until it is taken away
record ChosenFault(String id, Wanted wanted, int left) {
    /// A fault that is not used up.
    static final int ALWAYS = 0;

    /// A fault as a developer asks for it.
    ///
    /// @param action the action that it happens to; empty for any
    /// @param to whom the call or message must be about; empty for anyone
    /// @param times how many times it happens; [#ALWAYS] for no end
    record Wanted(Optional<String> action, Optional<Recipient> to, Failure failure, int times) {
        boolean about(String destination) {
            return to.isEmpty() || to.get().text().equals(destination);
        }
    }
}
