package dev.countersign.gateway.action;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refusal;
import dev.countersign.tenant.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Everything that is published about an action: binding, checks, limits, error codes, references and the
/// explorer all read it.
///
/// @param name the action's name
/// @param request the record of its parameters
/// @param response the record of its answer
/// @param summary one sentence, as the reference says it
/// @param perSecond how many calls a second it takes; what that counts is the dialect's business
/// @param families the sealed families of refusals that it may answer with
/// @param codes its codes
/// @param route where it stands in our own API; empty for the clouds' actions
/// @param scope what a bearer key must be allowed to; empty for the clouds' actions
/// @param destination the number or address that a call is about, for faults that a developer chooses
/// @param sensitive whether a tenant may demand a second factor of its callers
/// @param resources what a call would act on, in the vendor's way of naming resources; `*` for nothing in particular
public record ActionSpec<Q extends Record, A extends Record>(
        String name,
        Class<Q> request,
        Class<A> response,
        String summary,
        int perSecond,
        List<Class<? extends Refusal>> families,
        List<PublishedCode> codes,
        Optional<Route> route,
        String scope,
        Function<Q, String> destination,
        boolean sensitive,
        Resources resources) {
    /// Names what a call would act on. Permission is looked at before parameters are, so that it is given these as
    /// they came: it takes what has the right form, and answers `*` where there is nothing.
    @FunctionalInterface
    public interface Resource {
        /// The name, as `qcs::cam::uin/100000000001:uin/100000000011`.
        String of(Caller caller, Value.Fields parameters);
    }

    /// The same for a call that acts on several things, each of which its caller must be permitted.
    @FunctionalInterface
    public interface Resources {
        /// The names; never none.
        List<String> of(Caller caller, Value.Fields parameters);
    }

    /// Begins the description of an action.
    public static <Q extends Record, A extends Record> Builder<Q, A> action(
            String name, Class<Q> request, Class<A> response) {
        return new Builder<>(name, request, response);
    }

    /// The code that answers a refusal, if this action publishes one.
    public Optional<PublishedCode> codeFor(Refusal refusal) {
        return codes.stream()
                .filter(code ->
                        code.refusal().filter(type -> type.isInstance(refusal)).isPresent())
                .findFirst();
    }

    /// The published code of that name.
    public Optional<PublishedCode> code(String code) {
        return codes.stream().filter(published -> published.code().equals(code)).findFirst();
    }

    /// Collects the description of an action.
    public static final class Builder<Q extends Record, A extends Record> {
        private final String name;
        private final Class<Q> request;
        private final Class<A> response;
        private String summary = "";
        private int perSecond = 20;
        private final List<Class<? extends Refusal>> families = new ArrayList<>();
        private final List<PublishedCode> codes = new ArrayList<>();
        private Optional<Route> route = Optional.empty();
        private String scope = "";
        private Function<Q, String> destination = q -> "";
        private boolean sensitive;
        private Resources resources = (caller, parameters) -> List.of("*");

        private Builder(String name, Class<Q> request, Class<A> response) {
            this.name = name;
            this.request = request;
            this.response = response;
        }

        /// One sentence about it.
        public Builder<Q, A> summary(String sentence) {
            this.summary = sentence;
            return this;
        }

        /// How many calls a second it takes; 20 when not said.
        public Builder<Q, A> perSecond(int calls) {
            this.perSecond = calls;
            return this;
        }

        /// A family of refusals that the domain may answer with. Boot fails unless each of its cases has a code.
        public Builder<Q, A> answers(Class<? extends Refusal> family) {
            families.add(family);
            return this;
        }

        /// The code of a refusal, with the text of the vendor's page.
        public Builder<Q, A> refuses(Class<? extends Refusal> refusal, String code, String text) {
            return refuses(refusal, 400, code, text);
        }

        /// The code of a refusal with its HTTP status.
        public Builder<Q, A> refuses(Class<? extends Refusal> refusal, int status, String code, String text) {
            ErrorCode.Kind kind = status == 429 ? ErrorCode.Kind.THROTTLE : ErrorCode.Kind.REFUSAL;
            codes.add(new PublishedCode(code, text, status, kind, Optional.of(refusal), true));
            return this;
        }

        /// A code that a field's own check sends.
        public Builder<Q, A> publishes(String code, String text) {
            codes.add(new PublishedCode(code, text, 400, ErrorCode.Kind.REFUSAL, Optional.empty(), true));
            return this;
        }

        /// Codes that several actions publish alike.
        public Builder<Q, A> publishes(List<PublishedCode> shared) {
            codes.addAll(shared);
            return this;
        }

        /// A code that the vendor lists and that can't occur here, or that the common table sends.
        public Builder<Q, A> catalogues(String code, String text) {
            codes.add(new PublishedCode(code, text, 400, ErrorCode.Kind.REFUSAL, Optional.empty(), false));
            return this;
        }

        /// Where it stands in our own API, and what a bearer key must be allowed to.
        public Builder<Q, A> route(String method, String path, int status, String neededScope) {
            this.route = Optional.of(new Route(method, path, status));
            this.scope = neededScope;
            return this;
        }

        /// The number or address that a call is about: digits without plus, or an address.
        public Builder<Q, A> about(Function<Q, String> digitsOrAddress) {
            this.destination = digitsOrAddress;
            return this;
        }

        /// A call that a tenant may demand a second factor for.
        public Builder<Q, A> sensitive() {
            this.sensitive = true;
            return this;
        }

        /// What a call would act on; `*` when not said.
        public Builder<Q, A> on(Resource named) {
            this.resources = (caller, parameters) -> List.of(named.of(caller, parameters));
            return this;
        }

        /// What a call would act on, where it is more than one thing.
        public Builder<Q, A> onEach(Resources named) {
            this.resources = named;
            return this;
        }

        /// The finished description.
        public ActionSpec<Q, A> build() {
            return new ActionSpec<>(
                    name,
                    request,
                    response,
                    summary,
                    perSecond,
                    List.copyOf(families),
                    List.copyOf(codes),
                    route,
                    scope,
                    destination,
                    sensitive,
                    resources);
        }
    }
}
