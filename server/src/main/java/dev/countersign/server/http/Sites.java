package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import java.util.List;

/// What a listener serves: the first site that serves a request answers it.
///
/// @param all the sites, asked in this order
/// @param early words the refusals that no site does
/// @param meter told of what fails
record Sites(List<Site> all, EarlyRefusal early, HttpMeter meter) {
    Response answer(Request request, Guard guard) {
        if (!guard.enter()) {
            return early.refuse(EarlyRefusal.Reason.BUSY, request);
        }
        try {
            return answer(request);
        } catch (RuntimeException fault) {
            meter.failed(fault);
            return early.refuse(EarlyRefusal.Reason.FAULT, request);
        } finally {
            guard.leave();
        }
    }

    private Response answer(Request request) {
        for (Site site : all) {
            if (site.serves(request)) {
                return site.answer(request);
            }
        }
        return early.refuse(EarlyRefusal.Reason.NOTHING_HERE, request);
    }

    Response refuse(EarlyRefusal.Reason reason, Request seen) {
        return early.refuse(reason, seen);
    }
}
