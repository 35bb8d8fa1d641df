package dev.countersign.server.console.doctor;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a curl command line as browsers and the Explorer write it. The request that curl would send; it is not
/// sent.
final class Curl {
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private Optional<String> method = Optional.empty();
    private Optional<String> url = Optional.empty();
    private boolean get;
    private boolean head;

    private Curl() {}

    /// @param text begins with the word `curl`
    /// @throws Unreadable when it is no such command line
    static Request read(String text) throws Unreadable {
        if (text.contains("^\"") || text.contains("^\n")) {
            throw new Unreadable("wrong.cmd", "");
        }
        Curl curl = new Curl();
        Iterator<String> words = ShellWords.of(text).iterator();
        words.next();
        while (words.hasNext()) {
            curl.take(words.next(), words);
        }
        return curl.request();
    }

    private void take(String word, Iterator<String> rest) throws Unreadable {
        if (word.startsWith("--") && word.length() > 2) {
            option(word, word, rest);
        } else if (word.startsWith("-") && word.length() > 1) {
            together(word, rest);
        } else if (url.isPresent()) {
            throw new Unreadable("wrong.second", word);
        } else {
            url = Optional.of(word);
        }
    }

    /// Short options may stand together, and the last may have its value at once: `-sSXPOST`.
    private void together(String word, Iterator<String> rest) throws Unreadable {
        for (int i = 1; i < word.length(); i++) {
            String name = CurlOptions.named(word.charAt(i));
            if (name == null) {
                throw new Unreadable("wrong.option", "-" + word.charAt(i));
            }
            boolean alone = CurlOptions.standsAlone(name);
            if (!alone && i + 1 < word.length()) {
                option(name, name, List.of(word.substring(i + 1)).iterator());
                return;
            }
            option(name, "-" + word.charAt(i), rest);
        }
    }

    private void option(String name, String shown, Iterator<String> rest) throws Unreadable {
        switch (name) {
            case "--get" -> get = true;
            case "--head" -> head = true;
            case "--header" -> header(value(shown, rest));
            case "--request" -> method = Optional.of(value(shown, rest));
            case "--url" -> take(value(shown, rest), rest);
            case "--user-agent" -> put("User-Agent", value(shown, rest));
            case "--referer" -> put("Referer", value(shown, rest));
            case "--cookie" -> put("Cookie", value(shown, rest));
            case "--json" -> {
                put("Content-Type", "application/json");
                put("Accept", "application/json");
                data(value(shown, rest), true);
            }
            // Only what curl reads from a file loses its line feeds.
            case "--data", "--data-ascii", "--data-binary" -> data(value(shown, rest), true, shown);
            case "--data-raw" -> data(value(shown, rest), false, shown);
            case "--data-urlencode" -> encoded(value(shown, rest));
            default -> {
                if (CurlOptions.hasValue(name)) {
                    value(shown, rest);
                } else if (!CurlOptions.standsAlone(name)) {
                    throw new Unreadable("wrong.option", shown);
                }
            }
        }
    }

    private static String value(String shown, Iterator<String> rest) throws Unreadable {
        if (!rest.hasNext()) {
            throw new Unreadable("wrong.value", shown);
        }
        return rest.next();
    }

    private void data(String text, boolean files) throws Unreadable {
        data(text, files, "--json");
    }

    private void data(String text, boolean files, String shown) throws Unreadable {
        if (files && text.startsWith("@")) {
            throw new Unreadable("wrong.file", shown + " " + text);
        }
        data.add(text);
    }

    private void encoded(String text) throws Unreadable {
        int is = text.indexOf('=');
        if (is < 0 && text.indexOf('@') >= 0) {
            throw new Unreadable("wrong.file", "--data-urlencode " + text);
        }
        data.add(
                is <= 0
                        ? Form.encoded(text.substring(is + 1))
                        : text.substring(0, is + 1) + Form.encoded(text.substring(is + 1)));
    }

    /// `Name: value`; `Name:` takes one of curl's own away, and `Name;` sends it empty.
    private void header(String text) throws Unreadable {
        int colon = text.indexOf(':');
        if (colon < 0 && text.endsWith(";") && text.length() > 1) {
            put(text.substring(0, text.length() - 1), "");
        } else if (colon < 1) {
            throw new Unreadable("wrong.header", text);
        } else if (text.substring(colon + 1).isBlank()) {
            removed.add(text.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        } else {
            put(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
        }
    }

    private void put(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), missing -> new ArrayList<>())
                .add(value);
    }

    private void standard(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!headers.containsKey(key) && !removed.contains(key)) {
            put(name, value);
        }
    }

    private Request request() throws Unreadable {
        URI to = address(url.orElseThrow(() -> new Unreadable("wrong.address.none", "")));
        String body = String.join("&", data);
        String query = to.getRawQuery() == null ? "" : to.getRawQuery();
        if (get && !body.isEmpty()) {
            query = query.isEmpty() ? body : query + "&" + body;
            body = "";
        }
        standard("Host", to.getRawAuthority());
        standard("Accept", "*/*");
        boolean sends = !data.isEmpty() && !get;
        if (sends) {
            standard("Content-Type", "application/x-www-form-urlencoded");
        }
        Headers.Builder built = new Headers.Builder();
        headers.forEach((name, values) -> values.forEach(value -> built.add(name, value)));
        return new Request(
                method.orElse(head ? "HEAD" : sends ? "POST" : "GET"),
                to.getRawPath().isEmpty() ? "/" : to.getRawPath(),
                query,
                built.build(),
                Bytes.utf8(body),
                "127.0.0.1",
                false);
    }

    private static URI address(String text) throws Unreadable {
        try {
            URI read = new URI(text.contains("://") ? text : "http://" + text);
            boolean web = "http".equalsIgnoreCase(read.getScheme()) || "https".equalsIgnoreCase(read.getScheme());
            if (web && read.getRawAuthority() != null && read.getRawPath() != null) {
                return read;
            }
        } catch (URISyntaxException broken) {
            // Said below, like of any other text that is no address.
        }
        throw new Unreadable("wrong.address", text);
    }
}
