package dev.countersign.server.console.explorer;

import dev.countersign.server.console.guest.Guest;
import java.util.List;

/// Who somebody can call as.
@FunctionalInterface
public interface CallerKeys {
    /// The keys, the first of a kind when none is chosen. For a kind without any an example stands in, which calls
    /// nothing.
    List<CallerKey> of(Guest guest);
}
