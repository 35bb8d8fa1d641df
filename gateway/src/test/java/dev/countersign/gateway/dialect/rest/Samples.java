package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import org.jspecify.annotations.Nullable;

/// Sample actions beside [Greet], which is a POST.
public final class Samples {
    private Samples() {}

    /// Parameters of a GET.
    public record Looking(
            @Field(doc = "At whom.", example = "ann", inPath = true)
            String name,

            @Field(doc = "Whether closely.", example = "true") @Nullable Boolean deep) {}

    /// No parameters.
    public record None() {}

    private record Simple<Q extends Record>(ActionSpec<Q, Q> spec) implements Action<Q, Q> {
        @Override
        public Q perform(Context context, Q request) {
            return request;
        }
    }

    /// `POST /v1/greetings/{name}`.
    public static Greet greet() {
        return new Greet(request -> request);
    }

    /// `GET /v1/greetings/{name}`.
    public static Action<?, ?> look() {
        return new Simple<>(ActionSpec.action("Look", Looking.class, Looking.class)
                .summary("Looks.")
                .route("GET", "/v1/greetings/{name}", 200, "greetings")
                .build());
    }

    /// `GET /v1/greetings/all`.
    public static Action<?, ?> lookAtAll() {
        return new Simple<>(ActionSpec.action("LookAtAll", None.class, None.class)
                .summary("Looks at all.")
                .route("GET", "/v1/greetings/all", 200, "greetings")
                .build());
    }
}
