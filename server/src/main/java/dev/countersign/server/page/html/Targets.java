package dev.countersign.server.page.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses outside of this page, and what may be said of them.
public final class Targets {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://([A-Za-z0-9.\\-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]+)?).*");

    private Targets() {}

    /// The origins of addresses, as a content security policy names them; what is no web address is left out.
    static List<String> origins(List<String> addresses) {
        return addresses.stream()
                .flatMap(address -> match(address).map(found -> found.group(1)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Host and port of an address, as a person reads them.
    public static String host(String address) {
        return match(address)
                .map(found ->
                        found.group(2) + Optional.ofNullable(found.group(3)).orElse(""))
                .orElse(address);
    }

    private static Optional<Matcher> match(String address) {
        return Optional.of(ADDRESS.matcher(address)).filter(Matcher::matches);
    }
}
