package dev.countersign.server.cli;

/// What a command's end tells a script.
final class ExitCodes {
    /// It did its work.
    static final int OK = 0;

    /// It could not do its work.
    static final int FAILED = 1;

    /// It was called wrongly.
    static final int USAGE = 2;

    private ExitCodes() {}
}
