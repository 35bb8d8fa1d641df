package dev.countersign.server.dev.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a query, read strictly: no unknown name, none twice. An empty value counts as absent, a
/// `+` is a blank.
public final class Query {
    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /// Reads a query.
    ///
    /// @param raw as sent, without `?`
    /// @param known the names that it may have
    /// @throws Declined for any other name, a name that stands twice, or a broken percent-encoding
    static Query of(String raw, String... known) {
        List<String> names = List.of(known);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int split = pair.indexOf('=');
            String name = decode(split < 0 ? pair : pair.substring(0, split));
            if (!names.contains(name)) {
                String hint = names.isEmpty() ? "this call has none" : Nearest.hint(name, names);
                throw Declined.malformed("unknown query parameter \"" + name + "\": " + hint);
            }
            if (values.put(name, split < 0 ? "" : decode(pair.substring(split + 1))) != null) {
                throw Declined.malformed("the query parameter \"" + name + "\" stands twice");
            }
        }
        return new Query(values);
    }

    /// The value of a parameter that is there and not empty.
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw Declined.malformed("the query is not UTF-8");
        }
    }

    private static int octet(String encoded, int percent) {
        if (percent + 2 < encoded.length()
                && HexFormat.isHexDigit(encoded.charAt(percent + 1))
                && HexFormat.isHexDigit(encoded.charAt(percent + 2))) {
            return HexFormat.fromHexDigits(encoded, percent + 1, percent + 3);
        }
        throw Declined.malformed("the query has a % that two hexadecimal digits don't follow");
    }
}
