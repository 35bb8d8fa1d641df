package dev.countersign.server.cli;

import java.net.URI;

/// The server that a command talks to.
final class Endpoint {
    private Endpoint() {}

    /// The address, without a slash at its end.
    ///
    /// @throws CommandFailed when it is no address of a server
    static URI of(URI typed) {
        boolean web = "http".equals(typed.getScheme()) || "https".equals(typed.getScheme());
        boolean bare = typed.getRawPath() == null || typed.getRawPath().matches("/?");
        if (!web || typed.getHost() == null || !bare || typed.getRawQuery() != null) {
            throw new CommandFailed("--endpoint must be an address such as http://127.0.0.1:7300");
        }
        return URI.create(typed.getScheme() + "://" + typed.getRawAuthority());
    }

    /// What to say when nobody answers.
    static String silent(URI server) {
        return "nobody answers at " + server + ". Is it running? Start one with: countersign dev";
    }
}
