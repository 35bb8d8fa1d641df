package dev.countersign.server.config;

/// One thing that is wrong with a configuration.
///
/// @param where the file with its line, or the variable
/// @param what what is wrong; never the value of a secret
public record Problem(String where, String what) {
    @Override
    public String toString() {
        return where.isEmpty() ? what : where + ": " + what;
    }
}
