package dev.countersign.value;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The name of one answered request: a lower-case UUID of version 4.
///
/// @param text 36 characters
public record RequestId(String text) {
    /// Characters of an id.
    public static final int LENGTH = 36;

    /// A source of fresh ids that draws from the given randomness.
    public static Supplier<RequestId> from(RandomGenerator random) {
        return () -> new RequestId(Uuids.random(random).toString());
    }

    /// Reads an id that was written by `text`.
    public static RequestId of(UUID uuid) {
        return new RequestId(uuid.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
