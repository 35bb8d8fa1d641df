package dev.countersign.server;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.console.inbox.Controls;
import dev.countersign.server.dev.DevSurface;
import dev.countersign.server.dev.exchange.Blame;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.value.Bytes;
import java.util.List;

/// The developers' own calls, made from within: one way of checking for `/dev` and the console.
///
/// @param surface what does them
record DevControls(DevSurface surface) implements Controls {
    private static final String JSON = "application/json";

    @Override
    public Reply ask(Asked asked) {
        try {
            return new Done(surface.perform(new Request(
                    asked.method(),
                    asked.path(),
                    asked.query(),
                    new Headers.Builder().add("Content-Type", JSON).build(),
                    asked.body().fields().isEmpty() ? Bytes.none() : Json.write(asked.body()),
                    "",
                    false)));
        } catch (dev.countersign.server.dev.exchange.Declined declined) {
            return declined(declined.problem());
        }
    }

    private static Declined declined(Problem problem) {
        return problem.blame()
                .map(blame -> declined(blame, problem))
                .orElseGet(() -> new Declined("", "", List.of(), problem.detail()));
    }

    private static Declined declined(Blame blame, Problem problem) {
        return new Declined(blame.reason().word(), blame.member(), blame.parts(), problem.detail());
    }
}
