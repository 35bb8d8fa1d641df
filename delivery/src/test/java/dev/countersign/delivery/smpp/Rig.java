package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A carrier under test with all that it is given, and what it says.
final class Rig implements SmppWatch, AutoCloseable {
    static final PhoneNumber HONG_KONG = new PhoneNumber("852", "61234567");

    /// What a test waits for comes long before, or never.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    final BlockingQueue<String> losses = new LinkedBlockingQueue<>();
    final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> bound = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> unreadable = new LinkedBlockingQueue<>();
    final BlockingQueue<String> faults = new LinkedBlockingQueue<>();
    final SmppCarrier carrier;

    /// With receipts into a queue.
    Rig(SmppSettings settings, InstantSource clock) {
        carrier = new SmppCarrier("hk", settings, surroundings(clock), receipts::add);
    }

    /// With receipts into something else.
    Rig(SmppSettings settings, Receipt.Intake intake) {
        carrier = new SmppCarrier("hk", settings, surroundings(InstantSource.system()), intake);
    }

    /// By the real clock.
    Rig(SmppSettings settings) {
        this(settings, InstantSource.system());
    }

    private Surroundings surroundings(InstantSource clock) {
        return new Surroundings(clock, new Random(1), Thread.ofVirtual().factory(), this);
    }

    /// Waits until a session is bound.
    Rig awaitReady() {
        until(carrier::ready);
        return this;
    }

    /// Hands a text over on a thread of its own.
    CompletableFuture<Dispatch> later(String id, String text) {
        CompletableFuture<Dispatch> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> outcome.complete(carrier.dispatch(message(id, text))));
        return outcome;
    }

    /// Hands a text over and waits for what becomes of it.
    Dispatch dispatch(String id, String text) {
        return carrier.dispatch(message(id, text));
    }

    static Message message(String id, String text) {
        return message(id, text, HONG_KONG);
    }

    static Message message(String id, String text, Destination to) {
        return new Message(
                id,
                1,
                Channel.SMS,
                to,
                Message.Written.plain("Countersign", text),
                Optional.empty(),
                "LOGIN",
                "en",
                InstantSource.system().instant().plus(Duration.ofMinutes(5)));
    }

    /// What comes next, or a failure.
    static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(next).as("something came").isNotNull();
            return next;
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    /// Looks until it holds.
    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came to hold").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// Settings that are quick to reconnect.
    static SmppSettings settings(int port) {
        return new SmppSettings(
                new SmppSettings.Endpoint("127.0.0.1", port, Optional.empty()),
                SmppSettings.Bind.standard("countersign", Secret.of("secret")),
                flow(10, Duration.ofSeconds(20), Duration.ofSeconds(20)),
                SmppSettings.Sender.standard("Acme"),
                SmppSettings.Wording.standard());
    }

    static SmppSettings.Flow flow(int window, Duration answerWithin, Duration enquireEvery) {
        return new SmppSettings.Flow(
                window,
                0,
                answerWithin,
                enquireEvery,
                new SmppSettings.Reconnect(Duration.ofMillis(10), Duration.ofMillis(50)));
    }

    static SmppSettings with(SmppSettings settings, SmppSettings.Flow flow) {
        return new SmppSettings(settings.endpoint(), settings.bind(), flow, settings.sender(), settings.wording());
    }

    static SmppSettings with(SmppSettings settings, SmppSettings.Bind bind) {
        return new SmppSettings(settings.endpoint(), bind, settings.flow(), settings.sender(), settings.wording());
    }

    static SmppSettings with(SmppSettings settings, SmppSettings.Sender sender) {
        return new SmppSettings(settings.endpoint(), settings.bind(), settings.flow(), sender, settings.wording());
    }

    static SmppSettings with(SmppSettings settings, SmppSettings.Wording wording) {
        return new SmppSettings(settings.endpoint(), settings.bind(), settings.flow(), settings.sender(), wording);
    }

    @Override
    public void bound(int session) {
        bound.add(session);
    }

    @Override
    public void lost(int session, String reason, Duration again) {
        losses.add(reason);
        waits.add(again);
    }

    @Override
    public void throttled(Duration pause) {
        pauses.add(pause);
    }

    @Override
    public void unreadable() {
        unreadable.add(true);
    }

    @Override
    public void notKept(String reason) {
        faults.add(reason);
    }

    @Override
    public void close() {
        carrier.close();
    }
}
