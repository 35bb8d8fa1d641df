package dev.countersign.server.template;

/// Something that is wrong with a template, or could be better.
///
/// @param level how bad it is
/// @param what a sentence
public record Finding(Level level, String what) {
    /// How bad it is.
    public enum Level {
        /// Messages by it won't do what they should.
        ERROR,
        /// They will, but somebody pays for it, or reads it with trouble.
        WARNING
    }

    static Finding error(String what) {
        return new Finding(Level.ERROR, what);
    }

    static Finding warning(String what) {
        return new Finding(Level.WARNING, what);
    }
}
