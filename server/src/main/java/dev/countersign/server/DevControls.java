package dev.countersign.server;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.inbox.Controls;
import dev.countersign.server.dev.DevSurface;
import dev.countersign.value.Bytes;

/// The developers' own calls, made from within: one way of checking and one wording for `/dev` and the console.
///
/// @param surface what answers them
record DevControls(DevSurface surface) implements Controls {
    private static final int OK = 200;
    private static final String JSON = "application/json";

    @Override
    public Reply ask(Asked asked) {
        Response answer = surface.within(new Request(
                asked.method(),
                asked.path(),
                asked.query(),
                new Headers.Builder().add("Content-Type", JSON).build(),
                asked.body().fields().isEmpty() ? Bytes.none() : Json.write(asked.body()),
                "",
                false));
        Value said = Json.read(answer.body(), JSON);
        return answer.status() == OK ? new Done(said) : new Declined(detail(said));
    }

    private static String detail(Value problem) {
        return problem instanceof Value.Fields fields && fields.fields().get("detail") instanceof Value.Text text
                ? text.text()
                : "";
    }
}
