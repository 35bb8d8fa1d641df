package dev.countersign.server.dev.fault;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.dev.exchange.Span;
import dev.countersign.server.dev.fault.ChosenFault.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/dev/faults`: failures chosen beforehand. PUT adds one, or an array of them, and answers what it added with
/// an id each; GET lists those that wait with the times that are left; DELETE takes one (`?id=`) or all away.
public final class FaultsCall implements DevCall {
    private final ChosenFaults faults;
    private final FaultReader reader;

    /// @param faults what was chosen
    /// @param codes what may be chosen
    public FaultsCall(ChosenFaults faults, KnownCodes codes) {
        this.faults = faults;
        this.reader = new FaultReader(codes);
    }

    @Override
    public String path() {
        return "/dev/faults";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::list, "PUT", this::add, "DELETE", this::remove);
    }

    private Value list(Asked asked) {
        asked.query();
        return written(faults.waiting());
    }

    private Value add(Asked asked) {
        return switch (asked.json()) {
            case Value.Items many -> written(faults.add(read(many.items())));
            case Value one -> written(faults.add(List.of(reader.read(one))).getFirst());
        };
    }

    private List<Wanted> read(List<Value> many) {
        if (many.size() > ChosenFaults.MOST) {
            throw Declined.malformed("at most " + ChosenFaults.MOST + " faults at once");
        }
        return many.stream().map(reader::read).toList();
    }

    private Value remove(Asked asked) {
        Optional<String> id = asked.query("id").value("id");
        if (id.isEmpty()) {
            faults.clear();
        } else if (!faults.remove(id.get())) {
            throw Declined.unknown("no fault \"" + id.get() + "\" waits: GET /dev/faults lists those that do")
                    .because(Reason.GONE, "");
        }
        return written(faults.waiting());
    }

    private static Value written(List<ChosenFault> many) {
        return new Value.Items(many.stream().map(FaultsCall::written).toList());
    }

    private static Value written(ChosenFault fault) {
        Wanted wanted = fault.wanted();
        Value.Fields match = Value.Fields.none();
        if (wanted.action().isPresent()) {
            match = match.plus("action", Value.text(wanted.action().get()));
        }
        if (wanted.to().isPresent()) {
            match = match.plus("to", Value.text(wanted.to().get().text()));
        }
        return Value.Fields.none()
                .plus("id", Value.text(fault.id()))
                .plus("match", match)
                .plus("fail", written(wanted.failure()))
                .plus("times", Value.number(fault.left()));
    }

    private static Value written(Failure failure) {
        Value.Fields none = Value.Fields.none();
        return switch (failure) {
            case Failure.Refuse refuse -> none.plus("code", Value.text(refuse.code()));
            case Failure.Delay delay -> none.plus("delay", Value.text(Span.write(delay.span())));
            case Failure.Drop drop -> none.plus("drop", new Value.Flag(true));
            case Failure.Carrier carrier -> none.plus("carrier", Value.text(carrier.rejected() ? "reject" : "error"));
            case Failure.Receipt receipt ->
                none.plus("receipt", Value.text(receipt.kind().name().toLowerCase(Locale.ROOT)));
        };
    }
}
