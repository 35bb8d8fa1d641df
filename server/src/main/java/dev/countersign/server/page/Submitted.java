package dev.countersign.server.page;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Request;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a form or a query carried.
///
/// @param values by name
record Submitted(Map<String, String> values) {
    private static final int LONGEST = 8 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    /// Reads a form.
    ///
    /// @return empty for another content type, or more than a form of ours holds
    /// @throws dev.countersign.refusal.Refused when it is malformed
    static Optional<Submitted> form(Request request) {
        List<String> types = request.headers().all("Content-Type");
        boolean form = types.size() == 1
                && types.getFirst()
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(TYPE);
        return form && !request.oversized() && request.body().length() <= LONGEST
                ? Optional.of(of(Form.read(request.body())))
                : Optional.empty();
    }

    /// Reads a query; a malformed or endless one counts as empty.
    static Submitted query(Request request) {
        boolean readable = request.query().length() <= LONGEST
                && request.query()
                        .matches("(?:[^%&=]|%[0-9a-fA-F]{2})+=(?:[^%&]|%[0-9a-fA-F]{2})*"
                                + "(?:&(?:[^%&=]|%[0-9a-fA-F]{2})+=(?:[^%&]|%[0-9a-fA-F]{2})*)*");
        return readable ? of(Form.read(request.query())) : new Submitted(Map.of());
    }

    private static Submitted of(List<Form.Pair> pairs) {
        return new Submitted(pairs.stream().collect(Collectors.toMap(Form.Pair::name, Form.Pair::value)));
    }

    /// A value; empty for none.
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// The code that was typed, as a machine wrote it: without blanks, and with plain digits for the wide ones
    /// that a Chinese keyboard types.
    String code() {
        return Normalizer.normalize(value("code"), Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
