package dev.countersign.delivery.http;

import dev.countersign.delivery.Message;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a provider has registered for each kind of message: its template ids, say. A key is a purpose with a
/// locale or a language (`login/zh_CN`, `login/zh`), a purpose (`login`), a locale or a language alone
/// (`*/zh_CN`, `*/zh`), or `*` for all; the first of these that is there counts.
///
/// @param <T> what is registered
/// @param byKey what is registered, by key
public record Registered<T>(Map<String, T> byKey) {
    private static final String ANY = "*";
    private static final Pattern KEY =
            Pattern.compile("(\\*|[a-z][a-z0-9-]{0,31})(/[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*)?");

    /// @throws IllegalArgumentException for a key of another form
    public Registered {
        byKey = Map.copyOf(byKey);
        for (String key : byKey.keySet()) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException(
                        "a template is registered for a purpose, purpose/locale, */locale or *, not for " + key);
            }
        }
    }

    /// Nothing is registered.
    public static <T> Registered<T> none() {
        return new Registered<>(Map.of());
    }

    /// One for all messages.
    public static <T> Registered<T> all(T one) {
        return new Registered<>(Map.of(ANY, one));
    }

    /// Whether nothing is.
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /// What is registered for a message's purpose and locale.
    Optional<T> of(Message message) {
        String locale = message.locale().replace('-', '_');
        int end = locale.indexOf('_');
        String language = end < 0 ? locale : locale.substring(0, end);
        String purpose = message.purpose();
        return Stream.of(
                        purpose + "/" + locale,
                        purpose + "/" + message.locale(),
                        purpose + "/" + language,
                        purpose,
                        ANY + "/" + locale,
                        ANY + "/" + message.locale(),
                        ANY + "/" + language,
                        ANY)
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .findFirst();
    }
}
