package dev.countersign.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many runners that start at the same moment.
public final class Race {
    private Race() {}

    /// A runner that is told its number.
    ///
    /// @param <T> what it comes back with
    @FunctionalInterface
    public interface Runner<T> {
        /// Runs.
        T run(int number);
    }

    /// Lets them run at once, each on a virtual thread.
    ///
    /// @return what they came back with, in the order of their numbers
    /// @throws AssertionError when one of them failed
    public static <T> List<T> of(int runners, Runner<T> runner) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int n = 0; n < runners; n++) {
                int number = n;
                Callable<T> one = () -> {
                    start.await();
                    return runner.run(number);
                };
                running.add(lanes.submit(one));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError("a runner failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
