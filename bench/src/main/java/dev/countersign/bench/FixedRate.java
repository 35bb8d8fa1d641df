package dev.countersign.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Sends a call at a fixed rate, whether or not the earlier ones were answered, and prints how long answers
/// took from the moment at which each call was due. So a stall counts for every call that it held up.
public final class FixedRate {
    private FixedRate() {}

    /// Runs.
    ///
    /// @param arguments `URL SCRIPT RATE SECONDS`, with a script that [WrkScript] wrote for a read
    public static void main(String... arguments) throws IOException {
        List<String> given = List.of(arguments);
        HttpRequest request = ReadCall.request(given.getFirst(), Path.of(given.get(1)));
        int rate = Integer.parseInt(given.get(2));
        int seconds = Integer.parseInt(given.get(3));
        try (HttpClient client = HttpClient.newHttpClient()) {
            run(client, request, rate, Math.min(5, seconds));
            long[] nanos = run(client, request, rate, seconds);
            Arrays.sort(nanos);
            System.out.printf(
                    "  fixed %d/s for %d s: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms%n",
                    rate, seconds, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999), at(nanos, 1));
        }
    }

    private static long[] run(HttpClient client, HttpRequest request, int rate, int seconds) {
        long gap = 1_000_000_000L / rate;
        long start = System.nanoTime();
        List<CompletableFuture<Long>> answers = new ArrayList<>(rate * seconds);
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + i * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .thenApply(answer -> System.nanoTime() - due));
        }
        return answers.stream().mapToLong(CompletableFuture::join).toArray();
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
