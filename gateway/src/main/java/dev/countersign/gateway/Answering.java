package dev.countersign.gateway;

import dev.countersign.gateway.Admission.Admitted;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.value.RequestId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One answer in the making: it remembers the action once that is known, so that a refusal finds its
/// published code.
final class Answering {
    private final Dialect dialect;
    private final RequestId id;
    private final Dialect.Manner manner;
    private final Observer observer;
    private final Account account;
    private @Nullable Registered<?, ?> action;

    Answering(Dialect dialect, RequestId id, Dialect.Manner manner, Observer observer, Account account) {
        this.dialect = dialect;
        this.id = id;
        this.manner = manner;
        this.observer = observer;
        this.account = account;
    }

    Registered<?, ?> with(Registered<?, ?> known) {
        this.action = known;
        account.finds(known);
        return known;
    }

    <Q extends Record, A extends Record> Response perform(
            Registered<Q, A> known, Admitted admitted, Interventions interventions) {
        Q request = known.bind(admitted.call());
        ActionSpec<Q, A> spec = known.spec();
        Optional<Interventions.Intervention> chosen =
                interventions.before(spec.name(), spec.destination().apply(request));
        if (chosen.isPresent()) {
            switch (chosen.get()) {
                case Interventions.Fail fail -> {
                    account.refuses(Check.CHOSEN);
                    return refuse(chosen(spec, fail.code()));
                }
                case Interventions.Drop drop -> {
                    account.refuses(Check.CHOSEN);
                    return Response.drop();
                }
                case Interventions.Delayed delayed -> {}
            }
        }
        Value.Fields answer = known.perform(admitted.context(), request);
        observer.answered(dialect.name(), spec.name(), "ok", "success");
        account.answers("ok");
        return dialect.answer(
                id,
                new Dialect.Success(
                        spec.name(), spec.route().map(route -> route.status()).orElse(200), answer),
                manner);
    }

    private ErrorCode chosen(ActionSpec<?, ?> spec, String code) {
        return spec.code(code)
                .map(this::published)
                .or(() -> dialect.named(code, id, manner))
                .orElseGet(() -> dialect.internal(manner));
    }

    /// The action's table first, then the dialect's common codes; no third.
    Response refusal(Refusal refusal) {
        account.refuses(refusal);
        Optional<ErrorCode> own = Optional.ofNullable(action)
                .flatMap(known -> known.spec().codeFor(refusal))
                .map(code -> dialect.detailed(published(code), refusal));
        if (own.isPresent()) {
            return refuse(own.get());
        }
        if (refusal instanceof CallRefusal call) {
            return refuse(dialect.common(call, id, manner));
        }
        return fault(new IllegalStateException(
                "no published code for " + refusal.getClass().getSimpleName()));
    }

    Response field(FieldRefused refused) {
        account.refuses(Check.PARAMETERS);
        return Optional.ofNullable(action)
                .flatMap(known -> known.spec().code(refused.code()))
                .map(code -> refuse(published(code)))
                .orElseGet(() -> fault(new IllegalStateException("no published code " + refused.code())));
    }

    Response fault(RuntimeException fault) {
        account.refuses(Check.FAULT);
        observer.fault(id, fault);
        return refuse(dialect.internal(manner));
    }

    private ErrorCode published(PublishedCode code) {
        return ErrorCode.of(code.code(), dialect.wording(code.code(), code.text(), manner), code.status(), code.kind());
    }

    private Response refuse(ErrorCode code) {
        String name = action == null ? "" : action.spec().name();
        observer.answered(dialect.name(), name, code.code(), code.kind().word());
        account.answers(code.code());
        return dialect.refuse(id, code, manner, name);
    }
}
