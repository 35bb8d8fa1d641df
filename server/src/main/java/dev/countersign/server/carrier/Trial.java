package dev.countersign.server.carrier;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Receipt;
import dev.countersign.server.config.CarrierConfig;
import dev.countersign.server.config.SmppConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tries one carrier out, step by step, and tells each: name, connection, session, hand-over, receipt. The
/// message is sent past the outbox, for a person who sits before it.
public final class Trial {
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration BIND = Duration.ofSeconds(15);

    private final Drawing drawing;
    private final Echo echo;
    private final Consumer<Step> told;

    /// A step that was taken.
    ///
    /// @param name one word
    /// @param done whether it went well
    /// @param detail what came of it; no secret, no code, no number
    public record Step(String name, boolean done, String detail) {}

    /// @param drawing makes the carrier; its sessions and receipts are heard by the echo
    /// @param echo hears what the carrier's sessions say
    /// @param told hears of each step, as it is done
    public Trial(Drawing drawing, Echo echo, Consumer<Step> told) {
        this.drawing = drawing;
        this.echo = echo;
        this.told = told;
    }

    /// Sends a message by a carrier.
    ///
    /// @param wait how long to wait for the receipt; zero for not at all
    /// @return whether all went well
    public boolean send(CarrierConfig config, Message message, Duration wait) {
        Blueprint blueprint;
        try {
            blueprint = drawing.of(config);
        } catch (IllegalArgumentException refused) {
            return tell("secrets", false, String.valueOf(refused.getMessage()));
        }
        tell("secrets", true, "all there");
        Address address = Address.of(config.details());
        if (!reached(address)) {
            return false;
        }
        Carrier carrier = blueprint.carrier().get();
        try {
            return bound(config, carrier) && handedOver(config, carrier, message, wait);
        } finally {
            carrier.close();
        }
    }

    private boolean reached(Address address) {
        List<InetAddress> found;
        try {
            found = Arrays.asList(InetAddress.getAllByName(address.host()));
        } catch (UnknownHostException unknown) {
            return tell("resolve", false, address.host() + " has no address");
        }
        tell("resolve", true, found.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(found.getFirst(), address.port()), CONNECT_MILLIS);
            return tell("connect", true, address.host() + ":" + address.port());
        } catch (IOException refused) {
            return tell("connect", false, "nobody answers at " + address.host() + ":" + address.port());
        }
    }

    private boolean bound(CarrierConfig config, Carrier carrier) {
        if (!(config.details() instanceof SmppConfig)) {
            return true;
        }
        Optional<String> lost = echo.session(BIND);
        if (lost.isPresent()) {
            return tell("bind", false, lost.get());
        }
        return tell("bind", true, carrier.ready() ? "bound, and ready" : "bound");
    }

    private boolean handedOver(CarrierConfig config, Carrier carrier, Message message, Duration wait) {
        return switch (carrier.dispatch(message)) {
            case Dispatch.Handed handed -> {
                String ids = String.join(", ", handed.references());
                tell("hand-over", true, ids.isEmpty() ? "taken, without an id" : "taken as " + ids);
                yield receipts(config, handed.references(), wait);
            }
            case Dispatch.Busy busy ->
                tell("hand-over", false, "the carrier asks for fewer messages; try again in " + busy.after());
            case Dispatch.CarrierFault fault -> tell("hand-over", false, "the carrier failed: " + fault.reason());
            case Dispatch.DestinationFault fault ->
                tell("hand-over", false, "the destination can't be reached: " + fault.reason());
        };
    }

    private boolean receipts(CarrierConfig config, List<String> references, Duration wait) {
        if (wait.isZero()) {
            return true;
        }
        if (!(config.details() instanceof SmppConfig)) {
            return tell(
                    "receipt", true, "is posted to /receipts/" + config.name() + " of the server, not to this command");
        }
        Optional<Receipt> heard = echo.receipt(references, wait);
        return heard.map(receipt -> tell(
                        "receipt",
                        receipt.state() == Receipt.State.DELIVERED,
                        receipt.state().name().toLowerCase(java.util.Locale.ROOT)
                                + (receipt.error().isEmpty() ? "" : ", error " + receipt.error())))
                .orElseGet(() -> tell(
                        "receipt", false, "none within " + TimeUnit.MILLISECONDS.toSeconds(wait.toMillis()) + " s"));
    }

    private boolean tell(String name, boolean done, String detail) {
        told.accept(new Step(name, done, detail));
        return done;
    }
}
