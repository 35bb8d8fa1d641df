package dev.countersign.server.cli;

/// What a command's end tells a script.
final class ExitCodes {
    /// It did its work.
    static final int OK = 0;

    /// It could not do its work.
    static final int FAILED = 1;

    /// It was called wrongly.
    static final int USAGE = 2;

    /// The server refused what it was asked.
    static final int REFUSED = 3;

    private ExitCodes() {}
}
