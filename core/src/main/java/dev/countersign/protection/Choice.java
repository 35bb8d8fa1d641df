package dev.countersign.protection;

import java.util.Optional;

/// What is wanted of one half of a protection.
public sealed interface Choice {
    /// The word for no method at all.
    String NONE = "None";

    /// That it stays as it is.
    record Keep() implements Choice {}

    /// That it demands this method and no other, or nothing.
    ///
    /// @param method the method; empty for none
    record Demand(Optional<Method> method) implements Choice {}

    /// That it stays as it is.
    static Choice keep() {
        return new Keep();
    }

    /// That it demands this method.
    static Choice of(Method method) {
        return new Demand(Optional.of(method));
    }

    /// That it demands nothing.
    static Choice none() {
        return new Demand(Optional.empty());
    }

    /// What the half demands afterwards.
    default Optional<Method> after(Optional<Method> present) {
        return switch (this) {
            case Keep keep -> present;
            case Demand demand -> demand.method();
        };
    }
}
