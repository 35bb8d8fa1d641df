package dev.countersign.server.console.doctor;

/// What was pasted is no request that can be read. It never leaves the Doctor.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String part;

    /// @param key the words that say why
    /// @param part what it is about, as pasted
    Unreadable(String key, String part) {
        super(key, null, false, false);
        this.key = key;
        this.part = part;
    }

    String key() {
        return key;
    }

    String part() {
        return part;
    }
}
