package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.codec.Xml;
import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.dialect.Dialect.Success;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.RequestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes answers: the fields themselves without an envelope, and the request's id in body and header. Errors
/// are objects, since SDKs fail on anything else, and their content types are exact, since SDKs compare them.
final class Answers {
    private static final String JSON = "application/json;charset=utf-8";
    private static final String XML = "text/xml;charset=utf-8";
    private static final String HELP = "https://api.aliyun.com/troubleshoot?q=";

    private Answers() {}

    static Response success(RequestId id, Success success, Shape shape) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("RequestId", Value.text(id.text()));
        members.putAll(success.response().fields());
        return written(
                success.status(),
                success.action() + "Response",
                new Value.Fields(members),
                shape,
                headers(id, List.of()));
    }

    /// A refusal that SDKs take for an answer: they find its code in the body.
    static Response verdict(RequestId id, String action, ErrorCode code, Shape shape) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("Code", Value.text(code.code()));
        members.put("Message", Value.text(code.message()));
        members.put("Success", new Value.Flag(false));
        return success(id, new Success(action, code.status(), new Value.Fields(members)), shape);
    }

    static Response error(RequestId id, ErrorCode code, Manner manner) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("RequestId", Value.text(id.text()));
        members.put("HostId", Value.text(manner.host()));
        members.put("Code", Value.text(code.code()));
        members.put("Message", Value.text(code.message()));
        members.put("Recommend", Value.text(HELP + code.code()));
        members.putAll(code.details());
        return written(
                code.status(), "Error", new Value.Fields(members), Shape.of(manner), headers(id, code.headers()));
    }

    private static Response written(
            int status, String root, Value.Fields members, Shape shape, List<Map.Entry<String, String>> headers) {
        return shape.xml()
                ? new Response(status, XML, headers, Xml.write(root, members), false)
                : new Response(status, JSON, headers, Json.write(members), false);
    }

    private static List<Map.Entry<String, String>> headers(RequestId id, List<Map.Entry<String, String>> further) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        all.add(Map.entry("x-acs-request-id", id.text()));
        all.addAll(further);
        return List.copyOf(all);
    }
}
