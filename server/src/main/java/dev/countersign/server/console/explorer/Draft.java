package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.Route;
import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Form;
import dev.countersign.server.console.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A call as it stands in the form.
///
/// @param values what was typed, by the parameter's path
/// @param key the name of who calls
/// @param scheme how the call is signed
/// @param method the HTTP method
/// @param at the time as typed; empty for now
/// @param nonce as typed; empty for a fresh one
record Draft(Map<String, String> values, String key, Scheme scheme, String method, String at, String nonce) {
    private static final String PREFIX = "p.";

    /// What a visit brought; for who comes without anything, the examples of what is required.
    static Draft of(Entry entry, List<Row> rows, Visit visit) {
        boolean fresh = visit.sent().keySet().stream().noneMatch(name -> name.equals("scheme"));
        String fill = visit.value("fill");
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : rows) {
            boolean exemplary = fill.equals("all") || (fresh && fill.isEmpty() && row.required());
            values.put(row.path(), exemplary ? row.example() : visit.value(PREFIX + row.path()));
        }
        List<Scheme> schemes = Scheme.of(entry.product().dialect());
        return new Draft(
                values,
                visit.value("key"),
                Scheme.named(visit.value("scheme")).filter(schemes::contains).orElse(schemes.getFirst()),
                entry.spec()
                        .route()
                        .map(Route::method)
                        .orElse(visit.value("method").equals("GET") ? "GET" : "POST"),
                visit.value("at").strip(),
                visit.value("nonce").strip());
    }

    /// An address that opens the same call again: without secret parameters, and without the moment, which passes.
    String link(Entry entry, List<Row> rows) {
        List<Form.Pair> pairs = new ArrayList<>(List.of(new Form.Pair("scheme", scheme.word())));
        if (!key.isEmpty()) {
            pairs.add(new Form.Pair("key", key));
        }
        if (method.equals("GET") && !entry.own()) {
            pairs.add(new Form.Pair("method", method));
        }
        for (Row row : rows) {
            String text = values.getOrDefault(row.path(), "");
            if (!text.isEmpty() && !row.member().field().secret()) {
                pairs.add(new Form.Pair(PREFIX + row.path(), text));
            }
        }
        return entry.address() + "?" + Form.write(pairs);
    }
}
