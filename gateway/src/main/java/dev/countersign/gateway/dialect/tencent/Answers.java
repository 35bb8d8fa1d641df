package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.RequestId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes answers: always status 200, since SDKs drop the code of any other, and always exactly
/// `application/json`, since the Python SDK overlooks errors under any other content type.
final class Answers {
    private static final int STATUS = 200;

    private Answers() {}

    static Response success(RequestId id, Value.Fields response) {
        return envelope(response.plus("RequestId", Value.text(id.text())));
    }

    static Response error(RequestId id, ErrorCode code) {
        Map<String, Value> error = new LinkedHashMap<>();
        error.put("Code", Value.text(code.code()));
        error.put("Message", Value.text(code.message()));
        Map<String, Value> response = new LinkedHashMap<>();
        response.put("Error", new Value.Fields(error));
        response.put("RequestId", Value.text(id.text()));
        return envelope(new Value.Fields(response));
    }

    private static Response envelope(Value.Fields response) {
        return Response.of(STATUS, Recognition.JSON, Json.write(new Value.Fields(Map.of("Response", response))));
    }
}
