package dev.countersign.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What goes to the error output: a line each, by ours alone. Libraries say only what is severe, since what
/// they say can hold what callers sent.
final class Logging {
    private static final Logger OURS = Logger.getLogger("dev.countersign");

    private Logging() {}

    /// Sets the levels, and the form of a line.
    static void begin() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%n");
        Logger.getLogger("").setLevel(Level.SEVERE);
        OURS.setLevel(Level.INFO);
    }

    /// Something that an operator may want to know.
    static void note(String line) {
        OURS.info(line);
    }

    /// Something that an operator should look at.
    static void warn(String line) {
        OURS.warning(line);
    }
}
