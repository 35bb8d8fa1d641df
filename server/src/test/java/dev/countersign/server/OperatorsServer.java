package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Running;
import dev.countersign.server.cli.Terminal;
import dev.countersign.testkit.wire.DevClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server for real use, made and started as an operator does.
///
/// @param directory for its data and its configuration
/// @param environment where its secrets are
record OperatorsServer(Path directory, Map<String, String> environment) {
    private record Outcome(int code, String out, String err) {}

    /// A server that runs.
    ///
    /// @param client calls it
    /// @param management calls its management port
    /// @param apiKey of its first tenant, for our own API
    record Served(DevClient client, DevClient management, String apiKey) {
        DevClient.Answer own(String method, String path, String body, String... headers) {
            String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Authorization";
            all[headers.length + 1] = "Bearer " + apiKey;
            return client.send(method, path, body, all);
        }
    }

    /// Runs it, calls it, and stops it.
    ///
    /// @param more what the configuration holds besides
    void serve(String more, Consumer<Served> calls) throws IOException {
        int managing = freePort();
        Path file = directory.resolve("countersign.yaml");
        Files.writeString(file, """
                behind-proxy: on
                limits: relaxed
                listen: {port: 0}
                management: {address: "127.0.0.1:%d"}
                store: {directory: "%s"}
                verification: {countries: [852]}
                """.formatted(managing, directory.resolve("data")) + more);
        Outcome made = run(running -> {}, "init", "--config", file.toString());
        assertThat(made.code()).as(made.err()).isZero();
        Matcher key = Pattern.compile("(csk_\\S+)").matcher(made.out());
        assertThat(key.find()).isTrue();
        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port());
                            DevClient management = new DevClient(managing)) {
                        calls.accept(new Served(client, management, key.group(1)));
                    }
                },
                "serve",
                "--config",
                file.toString());
        assertThat(served.code()).as(served.err()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Outcome run(Consumer<Running> whileItRuns, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), environment, running -> {
                    whileItRuns.accept(running);
                    running.close();
                });
        int code = new CommandLineInterface(new Launcher(Given.system(), environment), terminal).run(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
