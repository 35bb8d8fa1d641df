package dev.countersign.server.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Waits for the signals that an operator sends: TERM and INT stop, HUP reads the TLS files again.
public final class Signals {
    private final Consumer<String> log;

    /// @param log told of what a signal did
    public Signals(Consumer<String> log) {
        this.log = log;
    }

    /// Returns when the process is to end and the program has stopped.
    public void untilStopped(Running running) {
        onHangUp(() -> reload(running));
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

    private void reload(Running running) {
        try {
            running.reload();
            log.accept("read the TLS files again");
        } catch (IllegalArgumentException unusable) {
            log.accept("kept the present TLS files: " + unusable.getMessage());
        }
    }

    /// Java has no public way to hear of HUP; `sun.misc.Signal` is in every JDK, but naming it is a warning
    /// that can't be silenced. Where it is missing, a restart reads the files.
    private void onHangUp(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listening = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        return answer(proxy, method, arguments, action);
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), listening);
        } catch (ReflectiveOperationException | IllegalArgumentException absent) {
            log.accept("SIGHUP can't be heard here; a restart reads the TLS files again");
        }
    }

    private static Object answer(Object proxy, Method method, Object[] arguments, Runnable action) {
        return switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield "";
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "hang-up handler";
        };
    }
}
