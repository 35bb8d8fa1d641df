package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// An action for tests.
final class Greet implements Action<Greet.Request, Greet.Response> {
    record Request(
            @Field(doc = "Whom.", example = "x", pattern = "[a-z<&>]{1,9}")
            String whom) {}

    record Response(
            @Field(doc = "What is said.") String said,
            @Field(doc = "To whom.") List<String> names) {}

    @Override
    public ActionSpec<Request, Response> spec() {
        return ActionSpec.action("Greet", Request.class, Response.class)
                .summary("Greets.")
                .perSecond(10)
                .build();
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response("hello " + request.whom(), List.of("a", "b"));
    }
}
