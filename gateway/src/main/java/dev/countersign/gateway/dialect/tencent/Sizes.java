package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;

/// How large a request may be, by its form. Source: the vendor's page on request structure.
final class Sizes {
    static final int MOST_QUERY = 32 * 1024;
    static final int MOST_JSON = Request.MOST_BODY_BYTES;
    static final int MOST_FORM = 1024 * 1024;

    private Sizes() {}

    /// @throws Refused with [CallRefusal.TooLarge]
    static void requireQuery(Request request) {
        if (request.query().length() > MOST_QUERY) {
            throw new Refused(new CallRefusal.TooLarge(MOST_QUERY));
        }
    }

    /// @throws Refused with [CallRefusal.TooLarge]
    static void requireJson(Request request) {
        if (request.oversized() || request.body().length() > MOST_JSON) {
            throw new Refused(new CallRefusal.TooLarge(MOST_JSON));
        }
    }

    /// @throws Refused with [CallRefusal.TooLargeForScheme]: version 3 would carry it
    static void requireForm(Request request) {
        if (request.oversized() || request.body().length() > MOST_FORM) {
            throw new Refused(new CallRefusal.TooLargeForScheme(MOST_FORM, Authorization.ALGORITHM));
        }
    }
}
