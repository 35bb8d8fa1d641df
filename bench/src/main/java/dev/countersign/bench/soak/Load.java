package dev.countersign.bench.soak;

import dev.countersign.testkit.wire.DevClient;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Callers that send codes, each to a number of its own, and remember which were acknowledged.
final class Load implements AutoCloseable {
    private static final int CALLERS = 8;
    private static final long PAUSE_NANOS = 30_000_000;

    private final DevClient client;
    private final DevClient.Key key;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger(60_000_000);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean going = true;

    /// Begins.
    Load(int port, DevClient.Key key) {
        this.client = new DevClient(port);
        this.key = key;
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(this::call);
        }
    }

    private void call() {
        while (going) {
            String number = Integer.toString(next.getAndIncrement());
            try {
                String code = client.call(
                                key, "SendVerifyCode", DevClient.fields("CountryCode", "852", "PhoneNum", number))
                        .code();
                if (code.equals("ok")) {
                    acknowledged.add("852" + number);
                }
            } catch (UncheckedIOException killed) {
                // Whether it was sent is unknown: then it counts for nothing, unless it came twice.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// Ends, and tells the numbers whose send was acknowledged.
    Set<String> end() {
        going = false;
        callers.close();
        return Set.copyOf(acknowledged);
    }

    @Override
    public void close() {
        end();
        client.close();
    }
}
