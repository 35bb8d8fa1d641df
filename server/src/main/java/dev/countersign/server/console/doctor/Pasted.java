package dev.countersign.server.console.doctor;

import dev.countersign.gateway.wire.Request;

/// A request that somebody pasted.
sealed interface Pasted {
    /// As long as it may be, in characters.
    int LONGEST = 64 * 1024;

    /// It can be read.
    record Read(Request request) implements Pasted {}

    /// It can't.
    ///
    /// @param key the words that say why
    /// @param part what it is about, as pasted
    record Wrong(String key, String part) implements Pasted {}

    /// Reads a curl command line, an HTTP request, or what `curl -v` printed.
    static Pasted of(String text) {
        if (text.length() > LONGEST) {
            return new Wrong("wrong.long", Integer.toString(LONGEST));
        }
        String plain = text.replace("\r\n", "\n").stripLeading();
        String command = plain.startsWith("$ ") ? plain.substring(2) : plain;
        try {
            if (plain.startsWith("#!")) {
                throw new Unreadable("wrong.script", "");
            }
            return new Read(
                    command.equals("curl") || command.matches("(?s)curl(\\.exe)?\\s.*")
                            ? Curl.read(command)
                            : RawHttp.read(CurlTrace.of(plain)));
        } catch (Unreadable wrong) {
            return new Wrong(wrong.key(), wrong.part());
        }
    }
}
