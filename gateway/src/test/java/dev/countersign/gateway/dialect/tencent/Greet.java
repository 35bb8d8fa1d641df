package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small action with a required text, a whole number, a list and an object.
final class Greet implements Action<Greet.Request, Greet.Response> {
    record Place(@Field(doc = "City.") @Nullable String city) {}

    record Request(
            @Field(doc = "Whom.", example = "you", pattern = "[a-z ]+")
            String name,

            @Field(doc = "How often.") @Nullable Long count,
            @Field(doc = "Where.") @Nullable Place place,
            @Field(doc = "Words.") @Nullable List<String> words) {}

    record Response(@Field(doc = "The greeting.") String greeting) {}

    @Override
    public ActionSpec<Request, Response> spec() {
        return ActionSpec.action("Greet", Request.class, Response.class)
                .summary("Greets.")
                .perSecond(4)
                .build();
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response("Hello " + request.name());
    }
}
