package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.value.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Our own API: everything below `/v1`.
///
/// The order of checks is: path, method, key present, size, content type, contents, idempotency key.
public final class RestDialect implements Dialect {
    /// Its name.
    public static final String NAME = "rest";

    private final RouteTable routes;

    /// @param products what is published; those of other dialects are left aside
    /// @throws IllegalStateException when routes collide or don't fit their actions' parameters
    public RestDialect(List<Product> products) {
        this.routes = new RouteTable(products);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean speaks(Request request) {
        return request.path().equals("/v1") || request.path().startsWith("/v1/");
    }

    @Override
    public Call read(Request request) {
        RouteTable.Match match = routes.require(request.method(), request.path());
        Claim claim = RequestHeaders.bearer(request.headers());
        Value.Fields given = Parameters.read(request, match.parameters());
        return new Call(
                match.target(),
                claim,
                given,
                Set.of(),
                request.source(),
                manner(request),
                RequestHeaders.idempotency(request));
    }

    @Override
    public Manner manner(Request request) {
        return RequestHeaders.manner(request.headers());
    }

    @Override
    public Naming naming() {
        return Naming.CAMEL;
    }

    @Override
    public Counting counting() {
        return Counting.PRINCIPAL;
    }

    @Override
    public Response answer(RequestId id, Success success, Manner manner) {
        return new Response(
                success.status(), "application/json", headers(id, List.of()), Json.write(success.response()), false);
    }

    @Override
    public Response refuse(RequestId id, ErrorCode code, Manner manner) {
        return new Response(
                code.status(),
                "application/problem+json",
                headers(id, code.headers()),
                Json.write(Problems.document(id, code)),
                false);
    }

    private static List<Map.Entry<String, String>> headers(RequestId id, List<Map.Entry<String, String>> further) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        all.add(Map.entry("X-Request-Id", id.text()));
        all.add(Map.entry("Cache-Control", "no-store"));
        all.addAll(further);
        return List.copyOf(all);
    }

    @Override
    public ErrorCode common(CallRefusal refusal, RequestId id, Manner manner) {
        return Problems.of(refusal, manner);
    }

    @Override
    public Optional<ErrorCode> named(String code, RequestId id, Manner manner) {
        return CommonProblem.named(code).map(problem -> problem.code("…", manner));
    }

    @Override
    public List<ErrorCode> commonCodes(Manner manner) {
        return CommonProblem.all().stream()
                .map(problem -> problem.code("…", manner))
                .toList();
    }

    @Override
    public ErrorCode internal(Manner manner) {
        return CommonProblem.INTERNAL_ERROR.code("", manner);
    }

    @Override
    public ErrorCode detailed(ErrorCode code, Refusal refusal) {
        return Facts.of(refusal).addTo(code);
    }

    @Override
    public String wording(String code, String english, Manner manner) {
        return manner.chinese() ? ChineseWording.of(code).orElse(english) : english;
    }
}
