package dev.countersign.server.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Waits for the signals that an operator sends: TERM and INT stop, HUP reads TLS files and configuration
/// again.
public final class Signals {
    private final Consumer<String> log;

    /// @param log told of what a signal did
    public Signals(Consumer<String> log) {
        this.log = log;
    }

    /// Returns when the process is to end and the program has stopped.
    public void untilStopped(Running running) {
        onHangUp(() -> running.reload().forEach(log));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            running.close();
            stopped.countDown();
        }));
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Java has no public way to hear of HUP; `sun.misc.Signal` is in every JDK, but naming it is a warning
    /// that can't be silenced. Where it is missing, a restart reads them.
    private void onHangUp(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle act = MethodHandles.lookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(action);
            Object listening =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(act, 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), listening);
        } catch (ReflectiveOperationException | IllegalArgumentException absent) {
            log.accept("SIGHUP can't be heard here; a restart reads files and configuration again");
        }
    }
}
