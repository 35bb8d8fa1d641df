package dev.countersign.bench.browser;

import dev.countersign.gateway.wire.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A headless Chromium of its own.
public final class Browser implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final int STEP_MILLIS = 20;

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
    public static Browser start(Path program, Path profile) throws IOException, InterruptedException, TimeoutException {
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
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> where = where(process, profile.resolve("DevToolsActivePort"));
            return new Browser(
                    process, Protocol.open(URI.create("ws://127.0.0.1:" + where.getFirst() + where.getLast())));
        } catch (IOException | InterruptedException | TimeoutException failed) {
            process.destroy();
            throw failed;
        }
    }

    /// The port and the path that it writes into its profile when it listens.
    private static List<String> where(Process process, Path file)
            throws IOException, InterruptedException, TimeoutException {
        for (int waited = 0; waited < PATIENCE_SECONDS * 1000 && process.isAlive(); waited += STEP_MILLIS) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return lines;
            }
            Thread.sleep(STEP_MILLIS);
        }
        throw new TimeoutException("the browser does not listen");
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
        Value.Fields result = (Value.Fields) told.fields().get("result");
        double millis = Double.parseDouble(((Value.Number) result.fields().get("value")).literal());
        protocol.call("", "Target.disposeBrowserContext", Map.of("browserContextId", Value.text(context)));
        return millis;
    }

    private static String text(Value.Fields told, String name) {
        return ((Value.Text) told.fields().get(name)).text();
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
