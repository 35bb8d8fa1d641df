package dev.countersign.server.carrier;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.ReceiptHook;
import dev.countersign.delivery.http.ReceiptHook.Heard;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import java.util.Optional;
import java.util.function.Function;

/// `/receipts/NAME`, where carriers post what became of messages. A receipt is kept before the carrier is
/// told that it was heard; when it could not be kept, the answer is a fault, and the carrier says it again.
public final class ReceiptSite implements Site {
    private static final String PREFIX = "/receipts/";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Function<String, Optional<ReceiptHook>> hooks;
    private final Receipt.Intake intake;
    private final Refusals refusals;

    /// Hears of what is not a receipt.
    @FunctionalInterface
    public interface Refusals {
        /// Somebody posted what is not from the carrier, or can't be read.
        ///
        /// @param carrier one that there is
        /// @param reason a fixed word
        void refused(String carrier, String reason);
    }

    /// @param hooks what understands a carrier's receipts, by its name
    /// @param intake keeps them
    /// @param refusals told of what is none
    public ReceiptSite(Function<String, Optional<ReceiptHook>> hooks, Receipt.Intake intake, Refusals refusals) {
        this.hooks = hooks;
        this.intake = intake;
        this.refusals = refusals;
    }

    @Override
    public boolean serves(Request request) {
        return request.path().startsWith(PREFIX);
    }

    @Override
    public Response answer(Request request) {
        String carrier = request.path().substring(PREFIX.length());
        return hooks.apply(carrier)
                .map(hook -> answer(carrier, hook.hear(request)))
                .orElseGet(() -> plain(404, "no carrier of this name posts receipts here"));
    }

    private Response answer(String carrier, Heard heard) {
        return switch (heard) {
            case Heard.Receipts receipts -> {
                receipts.receipts().forEach(intake::receive);
                yield receipts.thanks();
            }
            case Heard.Forged forged -> {
                refusals.refused(carrier, forged.reason());
                yield plain(403, "this does not prove to be from the carrier");
            }
            case Heard.Unreadable unreadable -> {
                refusals.refused(carrier, unreadable.reason());
                yield plain(400, "this can't be read");
            }
        };
    }

    private static Response plain(int status, String text) {
        return Response.of(status, TEXT, Bytes.utf8(text + "\n"));
    }
}
