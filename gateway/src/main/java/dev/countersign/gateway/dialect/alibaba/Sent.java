package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters of a request: in its query, in its form body, or in both, whatever the operation. SDKs of different
/// ages send the same one in different places.
///
/// @param query those of the query
/// @param form those of the body
record Sent(List<Pair> query, List<Pair> form) {
    private static final int MOST_QUERY = 32 * 1024;
    private static final int MOST_FORM = 1024 * 1024;

    /// Reads them.
    ///
    /// @throws Refused with [CallRefusal.TooLarge] or [CallRefusal.Malformed]; a name in both places is one
    static Sent read(Request request) {
        if (request.query().length() > MOST_QUERY) {
            throw new Refused(new CallRefusal.TooLarge(MOST_QUERY));
        }
        if (request.oversized() || request.body().length() > MOST_FORM) {
            throw new Refused(new CallRefusal.TooLarge(MOST_FORM));
        }
        Sent sent = new Sent(Form.read(request.query()), form(request));
        // Within each of the two no name came twice.
        if (!sent.query().isEmpty() && !sent.form().isEmpty()) {
            Set<String> names = sent.query().stream().map(Pair::name).collect(Collectors.toSet());
            sent.form().stream()
                    .map(Pair::name)
                    .filter(names::contains)
                    .findFirst()
                    .ifPresent(twice -> {
                        throw new Refused(new CallRefusal.Malformed(Malformation.REPEATED, twice));
                    });
        }
        return sent;
    }

    /// A body in another form than this is not read in any: it must have one meaning.
    private static List<Pair> form(Request request) {
        String contentType = Recognition.contentType(request);
        if (request.body().length() == 0) {
            return List.of();
        }
        if (!contentType.equals(Recognition.FORM)) {
            throw new Refused(new CallRefusal.Malformed(Malformation.CONTENT_TYPE, contentType));
        }
        return Form.read(request.body());
    }

    /// All of them.
    List<Pair> all() {
        return form.isEmpty()
                ? query
                : Stream.concat(query.stream(), form.stream()).toList();
    }

    /// The value of a parameter; an empty one counts as absent.
    Optional<String> given(String name) {
        Optional<String> inQuery = given(name, query);
        return inQuery.isPresent() ? inQuery : given(name, form);
    }

    private static Optional<String> given(String name, List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (pair.name().equals(name) && !pair.value().isEmpty()) {
                return Optional.of(pair.value());
            }
        }
        return Optional.empty();
    }

    /// As an action reads them: empty ones count as absent, and lists begin at 1.
    ///
    /// @throws Refused with [CallRefusal.Malformed]
    Value.Fields tree() {
        return Flat.tree(all().stream().filter(pair -> !pair.value().isEmpty()).toList(), 1);
    }
}
