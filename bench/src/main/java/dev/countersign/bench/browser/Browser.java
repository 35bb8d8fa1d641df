package dev.countersign.bench.browser;

import dev.countersign.gateway.wire.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A headless Chromium of its own.
public final class Browser implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String LISTENS = "DevTools listening on ";

    /// The time from the start of the navigation, as the browser keeps it.
    private static final String PAINT = """
            new Promise(done => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
                .forEach(one => done(one.startTime))).observe({ type: 'paint', buffered: true }))""";

    private final Process process;
    private final Protocol protocol;

    private Browser(Process process, Protocol protocol) {
        this.process = process;
        this.protocol = protocol;
    }

    /// Starts one.
    ///
    /// @param program as `/usr/bin/chromium`
    /// @param profile a directory that is not there yet
    /// @throws TimeoutException when it does not come up within half a minute
    /// @throws ExecutionException when it ends at once
    public static Browser start(Path program, Path profile)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(
                    process, Protocol.open(URI.create(said(process).get(PATIENCE_SECONDS, TimeUnit.SECONDS))));
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            process.destroy();
            throw failed;
        }
    }

    /// The address that it says it listens at. What it says later is read, too, so that it never waits for a reader.
    private static CompletableFuture<String> said(Process process) {
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            process.inputReader().lines().forEach(line -> {
                if (line.startsWith(LISTENS)) {
                    address.complete(line.substring(LISTENS.length()).strip());
                }
            });
            address.completeExceptionally(new IOException("the browser ended"));
        });
        return address;
    }

    /// Loads a page where nothing is cached.
    ///
    /// @return milliseconds from the start of the navigation to the first contentful paint
    /// @throws TimeoutException when nothing was painted within half a minute
    public double firstPaint(String address) throws InterruptedException, TimeoutException {
        String context = text(protocol.call("", "Target.createBrowserContext", Map.of()), "browserContextId");
        String target = text(
                protocol.call(
                        "",
                        "Target.createTarget",
                        Map.of(
                                "url", Value.text("about:blank"),
                                "browserContextId", Value.text(context),
                                "newWindow", new Value.Flag(true))),
                "targetId");
        String session = text(
                protocol.call(
                        "",
                        "Target.attachToTarget",
                        Map.of("targetId", Value.text(target), "flatten", new Value.Flag(true))),
                "sessionId");
        protocol.call(session, "Page.navigate", Map.of("url", Value.text(address)));
        Value.Fields told = protocol.call(
                session,
                "Runtime.evaluate",
                Map.of(
                        "expression", Value.text(PAINT),
                        "awaitPromise", new Value.Flag(true),
                        "returnByValue", new Value.Flag(true)));
        double millis = number((Value.Fields) named(told, "result"), "value");
        protocol.call("", "Target.disposeBrowserContext", Map.of("browserContextId", Value.text(context)));
        return millis;
    }

    private static String text(Value.Fields told, String name) {
        return ((Value.Text) named(told, name)).text();
    }

    private static double number(Value.Fields told, String name) {
        return Double.parseDouble(((Value.Number) named(told, name)).literal());
    }

    private static Value named(Value.Fields told, String name) {
        return Objects.requireNonNull(told.fields().get(name), name);
    }

    @Override
    public void close() {
        protocol.close();
        process.destroy();
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((ended, late) -> late == null ? ended : process.destroyForcibly())
                .join();
    }
}
