package dev.countersign.server.cli;

import dev.countersign.server.config.Durations;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `countersign wait`: returns when a server is ready.
@Command(
        name = "wait",
        description = "Waits until a server is ready: until GET /readyz answers 200.",
        footer = {
            "",
            "Examples:",
            "  countersign wait",
            "  countersign wait --ready 2m --endpoint http://127.0.0.1:7301",
            "",
            "Exit code 1 when it is not ready in time."
        })
final class WaitCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Terminal terminal;

    @Option(
            names = "--ready",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long to wait at most. Default: 30s.")
    private Duration most = Duration.ofSeconds(30);

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7300",
            description = "Where the server is. Default: http://127.0.0.1:7300.")
    private URI endpoint = URI.create("http://127.0.0.1:7300");

    WaitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        String last = look();
        while (!last.isEmpty() && System.nanoTime() - end < 0) {
            Thread.sleep(PAUSE);
            last = look();
        }
        if (!last.isEmpty()) {
            throw new CommandFailed(endpoint + " was not ready within " + Durations.show(most) + ": " + last);
        }
        terminal.say("ready " + endpoint);
        return ExitCodes.OK;
    }

    /// Why it is not ready; empty when it is.
    private String look() {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) endpoint.resolve("/readyz").toURL().openConnection();
            asked.setConnectTimeout(PATIENCE_MILLIS);
            asked.setReadTimeout(PATIENCE_MILLIS);
            if (asked.getResponseCode() == HttpURLConnection.HTTP_OK) {
                return "";
            }
            return asked.getErrorStream() == null
                    ? "it answers " + asked.getResponseCode()
                    : new String(asked.getErrorStream().readNBytes(500), StandardCharsets.UTF_8).strip();
        } catch (SSLException untrusted) {
            return "no TLS, or no certificate that is trusted and made for this name; the management listener"
                    + " of serve speaks plain HTTP";
        } catch (IOException absent) {
            return "nobody answers there";
        } catch (IllegalArgumentException | ClassCastException malformed) {
            throw new CommandFailed("--endpoint must be an address such as http://127.0.0.1:7300");
        }
    }
}
