package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The parameters of a request: from its path, and from its query (GET, DELETE) or else its JSON body. Each
/// place has its methods, so that no code or number can slip into a query, where proxies would log it.
final class Parameters {
    /// The longest body that is read, in bytes.
    static final int MOST_BODY_BYTES = 1024 * 1024;

    private static final int MOST_PAIRS = 100;
    private static final Set<String> WITH_QUERY = Set.of("GET", "DELETE");

    private Parameters() {}

    /// Reads and joins them.
    ///
    /// @param inPath those of the path
    /// @throws Refused with a [CallRefusal]; also when a name stands in two places
    static Value.Fields read(Request request, Value.Fields inPath) {
        if (request.oversized() || request.body().length() > MOST_BODY_BYTES) {
            throw new Refused(new CallRefusal.TooLarge(MOST_BODY_BYTES));
        }
        Map<String, Value> all = new LinkedHashMap<>(inPath.fields());
        further(request).forEach((name, value) -> put(all, name, value));
        return new Value.Fields(all);
    }

    private static Map<String, Value> further(Request request) {
        boolean withQuery = WITH_QUERY.contains(request.method());
        if (withQuery && request.body().length() > 0) {
            throw new Refused(new CallRefusal.CommonInvalid("body", ""));
        }
        if (!withQuery && !request.query().isEmpty()) {
            throw new Refused(new CallRefusal.CommonInvalid("query", ""));
        }
        return withQuery ? query(request.query()) : body(request);
    }

    /// An empty body without a content type stands for no parameters.
    private static Map<String, Value> body(Request request) {
        boolean empty = request.body().length() == 0;
        if (empty && request.headers().all("Content-Type").isEmpty()) {
            return Map.of();
        }
        RequestHeaders.requireJson(request.headers());
        if (empty) {
            return Map.of();
        }
        if (Json.read(request.body(), "application/json") instanceof Value.Fields object) {
            return object.fields();
        }
        throw new Refused(new CallRefusal.Malformed(Malformation.NOT_JSON, "application/json"));
    }

    private static Map<String, Value> query(String query) {
        Map<String, Value> all = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return all;
        }
        String[] pairs = query.split("&", MOST_PAIRS + 1);
        if (pairs.length > MOST_PAIRS) {
            throw malformed(Malformation.TOO_DEEP_OR_MANY, "query");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw malformed(Malformation.PAIR_NOT_SPLIT, "query");
            }
            String name = PercentCoding.decode(pair.substring(0, equals), true, "query");
            if (name.isEmpty()) {
                throw malformed(Malformation.EMPTY_NAME, "query");
            }
            put(all, name, new Value.Text(PercentCoding.decode(pair.substring(equals + 1), true, name), true));
        }
        return all;
    }

    private static void put(Map<String, Value> all, String name, Value value) {
        if (all.putIfAbsent(name, value) != null) {
            throw malformed(Malformation.REPEATED, name);
        }
    }

    private static Refused malformed(Malformation kind, String subject) {
        return new Refused(new CallRefusal.Malformed(kind, subject));
    }
}
