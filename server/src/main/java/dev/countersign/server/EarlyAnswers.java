package dev.countersign.server;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.server.http.EarlyRefusal;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Words what the HTTP engine refuses by itself in the dialect that can be made out, so that an SDK can read
/// it: any other status or form would be a nameless error to it.
final class EarlyAnswers implements EarlyRefusal {
    /// What a line has room for besides its path, as the dialects refuse it themselves when it is a little shorter.
    private static final long LONGEST_QUERY = 32 * 1024;

    private static final long MOST_HEADERS = 64 * 1024;

    private final List<Dialect> dialects;
    private final Supplier<RequestId> requestIds;
    private final Journal journal;

    /// @param dialects asked in order
    /// @param requestIds names each request
    /// @param journal takes down what became of each
    EarlyAnswers(List<Dialect> dialects, Supplier<RequestId> requestIds, Journal journal) {
        this.dialects = List.copyOf(dialects);
        this.requestIds = requestIds;
        this.journal = journal;
    }

    @Override
    public Response refuse(Reason reason, Request seen) {
        return dialects.stream()
                .filter(dialect -> dialect.speaks(seen))
                .findFirst()
                .map(dialect -> refuse(dialect, reason, seen))
                .orElseGet(() -> EarlyRefusal.plain().refuse(reason, seen));
    }

    private Response refuse(Dialect dialect, Reason reason, Request seen) {
        RequestId id = requestIds.get();
        Journal.Line line = journal.begin(id, seen);
        Dialect.Manner manner = dialect.manner(seen);
        ErrorCode code = switch (reason) {
            case FAULT -> dialect.internal(manner);
            case BUSY -> dialect.common(new CallRefusal.Overloaded(Duration.ofSeconds(1)), id, manner);
            case LINE_TOO_LONG -> dialect.common(new CallRefusal.TooLarge(LONGEST_QUERY), id, manner);
            case HEADERS_TOO_LARGE -> dialect.common(new CallRefusal.TooLarge(MOST_HEADERS), id, manner);
            case VERSION, MALFORMED, NOTHING_HERE ->
                dialect.common(new CallRefusal.Malformed(Malformation.NOT_HTTP, ""), id, manner);
        };
        Response response = dialect.refuse(id, code, manner);
        line.end(new Outcome(
                new Outcome.Called(dialect.name(), "", "", "", ""),
                response.status(),
                code.code(),
                Optional.of(new Outcome.Refusing(check(reason), "", "")),
                Optional.empty()));
        return response;
    }

    private static Check check(Reason reason) {
        return switch (reason) {
            case FAULT -> Check.FAULT;
            case BUSY -> Check.ROOM;
            case LINE_TOO_LONG, HEADERS_TOO_LARGE -> Check.SIZE;
            case VERSION, MALFORMED, NOTHING_HERE -> Check.PARSE;
        };
    }
}
