package dev.countersign.delivery.http;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.util.Optional;
import java.util.regex.Pattern;

/// What all hooks do with requests.
final class Requests {
    private static final Pattern CODE = Pattern.compile("(?!.*[0-9]{6})[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

    private Requests() {}

    /// Whether the body is longer than is looked at.
    static boolean tooLong(Request request) {
        return request.oversized() || request.body().length() > ReceiptHook.MOST_BODY_BYTES;
    }

    /// Whether both are the same, compared in constant time.
    static boolean same(String expected, Optional<String> given) {
        return given.isPresent() && Bytes.utf8(expected).equalsInConstantTime(Bytes.utf8(given.get()));
    }

    /// A carrier's error code as it may be kept: short, and without a run of digits that could be a number.
    static String code(String said) {
        return said.isEmpty() || CODE.matcher(said).matches() ? said : "unknown code";
    }

    /// The answer 200 with a body that the carrier wants.
    static Response thanks(String body, String contentType) {
        return Response.of(200, contentType, Bytes.utf8(body));
    }
}
