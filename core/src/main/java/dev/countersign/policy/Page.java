package dev.countersign.policy;

import java.util.List;

/// Part of a list.
///
/// @param items those of this part
/// @param total how many the whole list has
public record Page<T>(List<T> items, int total) {
    /// Copies the list.
    public Page {
        items = List.copyOf(items);
    }
}
