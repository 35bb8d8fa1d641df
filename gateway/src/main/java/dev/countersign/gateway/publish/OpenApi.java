package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.Route;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The OpenAPI 3.1 description of our own API, made from the actions that have a route.
public final class OpenApi {
    private static final Set<String> WITH_QUERY = Set.of("GET", "DELETE");

    private final Dialect dialect;

    /// @param dialect the dialect of our own API: its naming, and its common codes
    public OpenApi(Dialect dialect) {
        this.dialect = dialect;
    }

    /// The document, as `GET /v1/openapi.json` answers it.
    ///
    /// @param products all that is published; those of other dialects are left aside
    public Bytes document(List<Product> products) {
        List<Product> own = products.stream()
                .filter(product -> product.dialect().equals(dialect.name()))
                .toList();
        Map<String, Value> paths = new LinkedHashMap<>();
        Map<String, Value> schemas = new LinkedHashMap<>();
        schemas.put("Problem", OpenApiProblems.schema());
        for (Product product : own) {
            for (Action<?, ?> action : product.actions()) {
                action.spec().route().ifPresent(route -> {
                    add(paths, route, operation(action.spec(), route, product));
                    schemas(action.spec(), route, schemas);
                });
            }
        }
        Value components =
                Tree.object("securitySchemes", Tree.object("key", scheme()), "schemas", new Value.Fields(schemas));
        return Json.write(Tree.object("openapi", Value.text("3.1.0"), "info", info(own))
                .plus("servers", Tree.items(Tree.object("url", Value.text("/"))))
                .plus("security", Tree.items(Tree.object("key", Tree.items())))
                .plus("paths", new Value.Fields(paths))
                .plus("components", components));
    }

    private static Value info(List<Product> own) {
        String description = "One-time codes, sent and checked. Refusals are problem documents (RFC 9457); send an "
                + "Idempotency-Key with a POST and it can be repeated safely for 24 hours.";
        Value license = Tree.object("name", Value.text("Apache-2.0"), "identifier", Value.text("Apache-2.0"));
        return Tree.object("title", Value.text("Countersign"), "description", Value.text(description))
                .plus(
                        "version",
                        Value.text(own.isEmpty() ? "v1" : own.getFirst().version()))
                .plus("license", license);
    }

    private static Value scheme() {
        return Tree.object(
                "type", Value.text("http"),
                "scheme", Value.text("bearer"),
                "description", Value.text("An API key of the tenant."));
    }

    private static void add(Map<String, Value> paths, Route route, Value operation) {
        Value.Fields there = paths.get(route.path()) instanceof Value.Fields fields ? fields : Value.Fields.none();
        paths.put(route.path(), there.plus(route.method().toLowerCase(Locale.ROOT), operation));
    }

    private Value operation(ActionSpec<?, ?> spec, Route route, Product product) {
        RecordShape request = RecordShape.of(spec.request(), dialect.naming());
        Map<String, Value> operation = new LinkedHashMap<>();
        operation.put("operationId", Value.text(spec.name()));
        operation.put("summary", Value.text(spec.summary()));
        operation.put("tags", Tree.items(Value.text(product.name())));
        operation.put(
                "description",
                Value.text("Needs the scope `" + spec.scope() + "`. At most " + spec.perSecond()
                        + " calls a second for each principal."));
        operation.put("parameters", parameters(request, route));
        if (!WITH_QUERY.contains(route.method()) && !inBody(request).isEmpty()) {
            operation.put(
                    "requestBody",
                    Tree.object(
                            "required",
                            new Value.Flag(inBody(request).stream().anyMatch(member -> !member.optional())),
                            "content",
                            content("application/json", spec.name() + "Request")));
        }
        operation.put("responses", responses(spec, route));
        return new Value.Fields(operation);
    }

    private static Value parameters(RecordShape request, Route route) {
        List<Value> parameters = new ArrayList<>();
        for (RecordShape.Member member : request.members()) {
            if (member.field().inPath() || WITH_QUERY.contains(route.method())) {
                parameters.add(parameter(
                        member.name(),
                        member.field().inPath() ? "path" : "query",
                        !member.optional(),
                        member.field().doc(),
                        OpenApiSchemas.member(member)));
            }
        }
        if (route.method().equals("POST")) {
            parameters.add(idempotencyKey());
        }
        return new Value.Items(parameters);
    }

    private static Value idempotencyKey() {
        return parameter(
                "Idempotency-Key",
                "header",
                false,
                "Repeats of this request get the first answer for 24 hours.",
                Tree.object("type", Value.text("string"), "pattern", Value.text("^[\\x21-\\x7E]{1,255}$")));
    }

    private static Value parameter(String name, String in, boolean required, String doc, Value schema) {
        return Tree.object("name", Value.text(name), "in", Value.text(in), "required", new Value.Flag(required))
                .plus("description", Value.text(doc))
                .plus("schema", schema);
    }

    private Value responses(ActionSpec<?, ?> spec, Route route) {
        Map<String, Value> responses = new LinkedHashMap<>();
        responses.put(
                Integer.toString(route.status()),
                Tree.object(
                        "description", Value.text("It was done."),
                        "headers", OpenApiProblems.requestIdHeader(),
                        "content", content("application/json", spec.response().getSimpleName())));
        responses.putAll(OpenApiProblems.responses(spec, dialect));
        return new Value.Fields(responses);
    }

    private void schemas(ActionSpec<?, ?> spec, Route route, Map<String, Value> schemas) {
        RecordShape request = RecordShape.of(spec.request(), dialect.naming());
        if (!WITH_QUERY.contains(route.method()) && !inBody(request).isEmpty()) {
            schemas.put(spec.name() + "Request", OpenApiSchemas.object(inBody(request), true));
        }
        RecordShape response = RecordShape.of(spec.response(), dialect.naming());
        schemas.put(spec.response().getSimpleName(), OpenApiSchemas.object(response.members(), false));
    }

    private static List<RecordShape.Member> inBody(RecordShape request) {
        return request.members().stream()
                .filter(member -> !member.field().inPath())
                .toList();
    }

    private static Value content(String type, String schema) {
        return Tree.object(type, Tree.object("schema", OpenApiSchemas.reference(schema)));
    }
}
