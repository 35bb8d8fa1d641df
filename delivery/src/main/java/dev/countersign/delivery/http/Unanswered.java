package dev.countersign.delivery.http;

/// There was no answer.
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason fixed words, never another party's
    Unanswered(String reason) {
        super(reason, null, false, false);
    }

    /// Why.
    String reason() {
        return String.valueOf(getMessage());
    }
}
