package dev.countersign.server.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;

/// What a command has around it.
///
/// @param out where answers go
/// @param err where complaints go
/// @param in what is piped in
/// @param environment the variables of this process
/// @param untilStopped given a program that runs, waits until this process is to end, and stops it
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> environment,
        Consumer<Running> untilStopped) {
    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }
}
