package dev.countersign.delivery.http;

import dev.countersign.delivery.Receipt;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Receipts of a carrier that configuration describes: JSON or a form in the body of a POST, or the query of
/// a GET. A query is signed by nobody: a signature over the body proves nothing of a GET, which is then
/// refused.
public final class DescribedHook implements ReceiptHook {
    private final String carrier;
    private final HookSettings settings;
    private final ProofCheck check;
    private final InstantSource clock;

    /// @param carrier whose receipts they are
    /// @param settings what they look like
    /// @param clock tells when one was heard, and how old a signature is
    public DescribedHook(String carrier, HookSettings settings, InstantSource clock) {
        this.carrier = carrier;
        this.settings = settings;
        this.check = new ProofCheck(settings.proof(), clock);
        this.clock = clock;
    }

    @Override
    public Heard hear(Request request) {
        boolean get = request.method().equals("GET");
        if (!request.method().equals("POST") && !(get && !(settings.proof() instanceof Proof.Signed))) {
            return new Heard.Unreadable("method");
        }
        if (Requests.tooLong(request)) {
            return new Heard.Unreadable("size");
        }
        Optional<String> doubt = check.doubt(request);
        if (doubt.isPresent()) {
            return new Heard.Forged(doubt.get());
        }
        Bytes content = get ? Bytes.utf8(request.query()) : request.body();
        return (get ? form(content) : Documents.json(content).or(() -> form(content)))
                .flatMap(this::receipts)
                .<Heard>map(receipts -> new Heard.Receipts(receipts, Requests.thanks("", "text/plain")))
                .orElse(new Heard.Unreadable("form"));
    }

    private static Optional<Value> form(Bytes content) {
        return Documents.form(content).filter(pairs -> !pairs.isEmpty()).map(pairs -> {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Pair pair : pairs) {
                fields.put(pair.name(), Value.text(pair.value()));
            }
            return new Value.Fields(fields);
        });
    }

    /// All of them, or none when one can't be read: the carrier says them again, and so it is seen.
    private Optional<List<Receipt>> receipts(Value document) {
        Optional<Value> at = settings.items().isEmpty()
                ? Optional.of(document)
                : settings.items().get().in(document);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<Value> items = at.get() instanceof Value.Items several ? several.items() : List.of(at.get());
        List<Receipt> receipts = new ArrayList<>();
        for (Value item : items) {
            Optional<Receipt> receipt = receipt(item);
            if (receipt.isEmpty()) {
                return Optional.empty();
            }
            receipts.add(receipt.get());
        }
        return Optional.of(receipts);
    }

    private Optional<Receipt> receipt(Value item) {
        Optional<String> reference = settings.reference().textIn(item).filter(text -> text.length() <= 256);
        Optional<String> word = settings.state().at().textIn(item);
        if (reference.isEmpty() || word.isEmpty()) {
            return Optional.empty();
        }
        Receipt.State state = settings.state().words().getOrDefault(word.get(), Receipt.State.UNDERWAY);
        String error = settings.error().flatMap(at -> at.textIn(item)).orElse("");
        return Optional.of(new Receipt(
                carrier,
                reference.get(),
                state,
                state == Receipt.State.UNDELIVERED ? Requests.code(error) : "",
                clock.instant()));
    }
}
