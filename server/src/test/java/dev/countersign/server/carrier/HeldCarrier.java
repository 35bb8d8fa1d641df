package dev.countersign.server.carrier;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A carrier that answers when the test lets it, and remembers what happened to it.
final class HeldCarrier implements Carrier {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch answer = new CountDownLatch(1);
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger closedWhileBusy = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final String name;

    HeldCarrier(String name) {
        this.name = name;
    }

    /// One that answers at once.
    static HeldCarrier open(String name) {
        HeldCarrier carrier = new HeldCarrier(name);
        carrier.answer.countDown();
        return carrier;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Dispatch dispatch(Message message) {
        busy.incrementAndGet();
        entered.countDown();
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        busy.decrementAndGet();
        return new Dispatch.Handed(message.id());
    }

    @Override
    public void close() {
        closed.incrementAndGet();
        closedWhileBusy.addAndGet(busy.get());
    }
}
