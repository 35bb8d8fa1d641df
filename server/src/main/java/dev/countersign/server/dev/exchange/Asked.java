package dev.countersign.server.dev.exchange;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;

/// What a call is asked: the request, read strictly.
///
/// @param request as it arrived; its guards have passed
/// @param tail the last segment of the path where the call's path ends in `{…}`, as sent; else empty
public record Asked(Request request, String tail) {
    private static final String JSON = "application/json";

    /// The query's parameters.
    ///
    /// @param known the names that it may have
    /// @throws Declined for any other name, a name that stands twice, or a broken percent-encoding
    public Query query(String... known) {
        return Query.of(request.query(), known);
    }

    /// The body, whatever kind of JSON it is.
    ///
    /// @throws Declined when there is a query, or no body
    /// @throws dev.countersign.refusal.Refused when it is not JSON; the surface answers that with 400
    public Value json() {
        query();
        if (request.body().length() == 0) {
            throw Declined.malformed("this call needs a JSON body");
        }
        return Json.read(request.body(), JSON);
    }

    /// The body as an object.
    ///
    /// @param known the members that it may have
    /// @throws Declined when it is no object, or has another member
    public Members members(String... known) {
        return Members.of(json(), "the body", known);
    }

    /// Passes when nothing is given: neither query nor body, or the body is `{}`.
    ///
    /// @throws Declined for anything else, so that nothing is ignored silently
    public void nothing() {
        query();
        if (request.body().length() > 0) {
            members();
        }
    }
}
