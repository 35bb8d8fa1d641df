package dev.countersign.gateway;

import dev.countersign.gateway.Admission.Admitted;
import dev.countersign.gateway.Authentication.Proven;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.util.function.Supplier;

/// The path of a request. Its stages stand below in the order in which they run; each takes what the one before
/// it gave, so that none can be left out. A refusal anywhere leaves by one door.
public final class Gateway {
    private final Dialects dialects;
    private final ActionRegistry registry;
    private final Authentication authentication;
    private final Admission admission;
    private final Surroundings surroundings;

    /// What the path needs from outside.
    ///
    /// @param requestIds names each request
    /// @param observer told of each answer
    /// @param interventions failures that a developer chose
    /// @param journal takes down what became of each
    public record Surroundings(
            Supplier<RequestId> requestIds, Observer observer, Interventions interventions, Journal journal) {
        /// Without a journal.
        public Surroundings(Supplier<RequestId> requestIds, Observer observer, Interventions interventions) {
            this(requestIds, observer, interventions, Journal.none());
        }
    }

    /// @param dialects the ways of speaking
    /// @param registry the published actions
    /// @param authentication who calls
    /// @param admission whether it may
    /// @param surroundings ids, observer and chosen failures
    public Gateway(
            Dialects dialects,
            ActionRegistry registry,
            Authentication authentication,
            Admission admission,
            Surroundings surroundings) {
        this.dialects = dialects;
        this.registry = registry;
        this.authentication = authentication;
        this.admission = admission;
        this.surroundings = surroundings;
    }

    /// Answers a request, whatever it holds. Never throws.
    public Response answer(Request request) {
        RequestId id = surroundings.requestIds().get();
        Account account = new Account(surroundings.journal().begin(id, request));
        Response response = dialects.speaking(request)
                .map(dialect -> answer(request, dialect, id, account))
                .orElseGet(() -> account.strange(Dialects.nobody(id)));
        account.close(response.status());
        return response;
    }

    private Response answer(Request request, Dialect dialect, RequestId id, Account account) {
        account.speaks(dialect.name());
        Answering answering = new Answering(dialect, id, dialect.manner(request), surroundings.observer(), account);
        try {
            Call call = account.read(dialect.read(request));
            Registered<?, ?> action = answering.with(registry.require(call.target()));
            Proven proven = authentication.prove(call, new Cause(id, action.fullName()));
            Admitted admitted = admission.admit(proven, action);
            try {
                return answering.perform(action, admitted, surroundings.interventions());
            } catch (Refused refused) {
                admission.tell(admitted, action, refused.refusal());
                throw refused;
            }
        } catch (Refused refused) {
            return answering.refusal(refused.refusal());
        } catch (FieldRefused refused) {
            return answering.field(refused);
        } catch (RuntimeException fault) {
            return answering.fault(fault);
        }
    }
}
