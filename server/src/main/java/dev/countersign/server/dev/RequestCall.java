package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.journal.RequestJournal;
import dev.countersign.server.journal.Written;
import java.util.Map;

/// `/dev/requests/{id}`: GET says what became of a request.
public final class RequestCall implements DevCall {
    private final RequestJournal journal;

    /// @param journal what is read
    public RequestCall(RequestJournal journal) {
        this.journal = journal;
    }

    @Override
    public String path() {
        return "/dev/requests/{id}";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::read);
    }

    private Value read(Asked asked) {
        asked.query();
        return journal.find(asked.tail())
                .map(Written::of)
                .orElseThrow(() -> Declined.unknown(Written.missing(journal.reach())));
    }
}
