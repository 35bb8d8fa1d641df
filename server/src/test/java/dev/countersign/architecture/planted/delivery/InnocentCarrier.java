package dev.countersign.architecture.planted.delivery;

/// A carrier that passes on to another.
public record InnocentCarrier(Carrier other) implements Carrier {
    @Override
    public void dispatch(String message) {
        other.dispatch(message);
    }
}
