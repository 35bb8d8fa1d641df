package dev.countersign.server.cli;

/// A command could not do its work. The message is for the person who typed it: it says what to do, holds no
/// secret and no stack trace.
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message one or a few sentences
    public CommandFailed(String message) {
        super(message);
    }
}
