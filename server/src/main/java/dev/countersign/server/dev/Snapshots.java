package dev.countersign.server.dev;

import java.time.Instant;
import java.util.List;

/// Keeps whole worlds, to go back to.
public interface Snapshots {
    /// Saves the present world.
    ///
    /// @return its id: letters, digits and hyphens
    String save();

    /// Puts a saved world in the place of the present one.
    ///
    /// @return false when none of that id was saved; nothing is changed then
    boolean restore(String id);

    /// Those that were saved, newest first.
    List<Saved> all();

    /// A saved world.
    record Saved(String id, Instant savedAt) {}
}
