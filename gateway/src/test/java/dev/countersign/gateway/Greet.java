package dev.countersign.gateway;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A sample action: it answers its own request, after doing what the test wants.
public final class Greet implements Action<Greet.Request, Greet.Request> {
    /// Parameters of every kind.
    public record Request(
            @Field(doc = "Whom.", example = "ann", pattern = "[a-z]{1,20}", whenMalformed = "name-odd", inPath = true)
            String name,

            @Field(doc = "How often.", example = "3") long times,

            @Field(doc = "Whether loudly.", example = "true") @Nullable Boolean loud,

            @Field(doc = "The words.", omitted = true) @Nullable List<String> words,

            @Field(doc = "From whom.", omitted = true) @Nullable Sender from,

            @Field(doc = "A remark.", pattern = ".{1,10}", whenEmpty = "remark-empty") @Nullable String remark) {}

    /// An inner record.
    public record Sender(
            @Field(doc = "Its number.", example = "7") long number,

            @Field(doc = "Its title.") @Nullable String title) {}

    private final ActionSpec<Request, Request> spec;
    private final UnaryOperator<Request> work;

    /// A greeting that does this first.
    public Greet(UnaryOperator<Request> work) {
        this(work, complete().build());
    }

    /// A greeting that is published in another way.
    public Greet(UnaryOperator<Request> work, ActionSpec<Request, Request> spec) {
        this.work = work;
        this.spec = spec;
    }

    /// How it is published, unless said otherwise.
    public static ActionSpec.Builder<Request, Request> plain() {
        return ActionSpec.action("Greet", Request.class, Request.class)
                .summary("Greets somebody.")
                .route("POST", "/v1/greetings/{name}", 201, "greetings")
                .about(request -> request.name());
    }

    /// With all its codes.
    public static ActionSpec.Builder<Request, Request> complete() {
        return plain().answers(CheckRefusal.class)
                .refuses(CheckRefusal.VerificationUnknown.class, 404, "verification-unknown", "There is none.")
                .refuses(CodeNotAccepted.class, 422, "code-not-accepted", "It is wrong.")
                .publishes("name-odd", "What a name.")
                .publishes("remark-empty", "No remark?")
                .catalogues("vendor-only", "Never sent.");
    }

    @Override
    public ActionSpec<Request, Request> spec() {
        return spec;
    }

    @Override
    public Request perform(Context context, Request request) {
        return work.apply(request);
    }
}
