package dev.countersign.store;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// A carrier that answers as a test wants, and remembers what it was handed.
final class PlayedCarrier implements Carrier {
    final ConcurrentLinkedQueue<Message> handed = new ConcurrentLinkedQueue<>();
    volatile boolean ready = true;
    volatile int window = 200;
    volatile Function<Message, Dispatch> answer = message -> new Dispatch.Handed(message.id());

    private final String name;

    PlayedCarrier(String name) {
        this.name = name;
    }

    /// It answers only once the latch is open.
    void hangsOn(CountDownLatch latch) {
        answer = message -> {
            try {
                latch.await();
                return new Dispatch.Handed(message.id());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Dispatch.CarrierFault("interrupted", true);
            }
        };
    }

    List<String> texts() {
        return handed.stream()
                .map(message -> message.code().orElseThrow().secret().reveal())
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Dispatch dispatch(Message message) {
        handed.add(message);
        return answer.apply(message);
    }
}
