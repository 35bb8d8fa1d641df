package dev.countersign.bench;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.destination.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A carrier that answers nothing until it is let go, and then remembers the order of what it gets.
final class HeldCarrier implements Carrier {
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<Integer> numbers = new ArrayList<>();

    @Override
    public String name() {
        return "held";
    }

    @Override
    public int window() {
        return 50;
    }

    @Override
    public Dispatch dispatch(Message message) {
        if (message.to() instanceof PhoneNumber phone) {
            synchronized (numbers) {
                numbers.add(Integer.parseInt(phone.digits().substring("8526".length())));
            }
        }
        try {
            free.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Dispatch.Handed(List.of(message.id()));
    }

    void letGo() {
        free.countDown();
    }

    /// What it was handed, in this order, as the last digits of numbers.
    List<Integer> numbers() {
        synchronized (numbers) {
            return List.copyOf(numbers);
        }
    }
}
