package dev.countersign.server.carrier;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.smpp.SmppWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hears what a carrier's sessions say while it is tried out.
public final class Echo implements SmppWatch, Receipt.Intake {
    private static final int MOST = 1_000;

    private final BlockingQueue<Optional<String>> sessions = new LinkedBlockingQueue<>(MOST);
    private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>(MOST);

    @Override
    public void bound(int session) {
        sessions.offer(Optional.empty());
    }

    @Override
    public void lost(int session, String reason, Duration again) {
        sessions.offer(Optional.of(reason));
    }

    @Override
    public void throttled(Duration pause) {}

    @Override
    public void unreadable() {}

    @Override
    public void notKept(String reason) {}

    @Override
    public void receive(Receipt receipt) {
        receipts.offer(receipt);
    }

    /// Waits for what becomes of the first session.
    ///
    /// @return why there is none; empty when it is bound
    Optional<String> session(Duration wait) {
        try {
            Optional<String> first = sessions.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            return first == null ? Optional.of("no answer in time") : first;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped");
        }
    }

    /// Waits for the final receipt of one of these parts, for so long after each receipt that is not; empty
    /// when there is none in time.
    Optional<Receipt> receipt(List<String> references, Duration wait) {
        try {
            Receipt receipt = receipts.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            while (receipt != null) {
                if (references.contains(receipt.reference()) && receipt.state() != Receipt.State.UNDERWAY) {
                    return Optional.of(receipt);
                }
                receipt = receipts.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
