package dev.countersign.bench.soak;

import dev.countersign.testkit.wire.DevClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run of a server on SQLite and a message centre that are killed at random under load, as `kill -9` does. At its
/// end no acknowledged message may be lost, and what came twice came under the same id.
public final class Soak {
    private static final long DRAINING_NANOS = Duration.ofMinutes(3).toNanos();

    private final Path directory;
    private final Random random;
    private final int port = freePort();
    private final int managing = freePort();
    private final int smscPort = freePort();
    private int serverKills;
    private int smscKills;

    /// @param directory an empty one, for data and logs
    /// @param random decides who is killed when
    public Soak(Path directory, Random random) {
        this.directory = directory;
        this.random = random;
    }

    /// When to kill.
    ///
    /// @param lasting how long there is load
    /// @param least the least time between kills
    /// @param most the most time between kills
    public record Plan(Duration lasting, Duration least, Duration most) {}

    /// What came of it.
    ///
    /// @param lines what there is to tell
    /// @param violations what of the promise does not hold
    public record Outcome(List<String> lines, List<String> violations) {}

    /// Runs for so many minutes and ends with 1 when a promise did not hold.
    ///
    /// @param arguments `DIRECTORY MINUTES SEED`
    public static void main(String... arguments) throws Exception {
        Duration lasting = Duration.ofSeconds((long) (Double.parseDouble(arguments[1]) * 60));
        long seed = Long.parseLong(arguments[2]);
        System.out.println("soak of " + lasting.toSeconds() + " s, seed " + seed);
        Outcome outcome = new Soak(Path.of(arguments[0]), new Random(seed))
                .run(new Plan(lasting, Duration.ofSeconds(4), Duration.ofSeconds(16)));
        outcome.lines().forEach(line -> System.out.println("  " + line));
        outcome.violations().forEach(line -> System.out.println("BROKEN: " + line));
        System.exit(outcome.violations().isEmpty() ? 0 : 1);
    }

    /// Runs it.
    public Outcome run(Plan plan) throws IOException, InterruptedException {
        Path taken = directory.resolve("taken.txt");
        Path config = configuration();
        DevClient.Key key = init(config);
        try (Mortal smsc = new Mortal(
                        directory.resolve("smsc.log"),
                        SmscProcess.class.getName(),
                        Integer.toString(smscPort),
                        taken.toString());
                Mortal server = new Mortal(
                        directory.resolve("server.log"),
                        "dev.countersign.server.Countersign",
                        "serve",
                        "--config",
                        config.toString())) {
            Set<String> acknowledged;
            try (Load load = new Load(port, key)) {
                long end = System.nanoTime() + plan.lasting().toNanos();
                for (long rest = rest(plan); System.nanoTime() + rest * 1_000_000 < end; rest = rest(plan)) {
                    server.live(rest);
                    if (random.nextBoolean()) {
                        server.kill();
                        serverKills++;
                    } else {
                        smsc.kill();
                        smscKills++;
                    }
                }
                server.live(Math.max(0, (end - System.nanoTime()) / 1_000_000));
                acknowledged = load.end();
            }
            boolean empty = awaitPeace(acknowledged, taken);
            Ledger ledger = Ledger.of(acknowledged, taken);
            List<String> lines = new ArrayList<>(
                    List.of(serverKills + " kills of the server, " + smscKills + " of the message centre"));
            lines.addAll(ledger.lines());
            List<String> violations = new ArrayList<>(ledger.violations());
            if (!empty) {
                violations.add("the outbox was not empty after three minutes of peace");
            }
            return new Outcome(lines, violations);
        }
    }

    private long rest(Plan plan) {
        return plan.least().toMillis()
                + random.nextLong(Math.max(1, plan.most().minus(plan.least()).toMillis()));
    }

    /// Waits until everything has arrived and nothing waits, three minutes at the most.
    ///
    /// @return whether the outbox is empty
    private boolean awaitPeace(Set<String> acknowledged, Path taken) throws IOException {
        long end = System.nanoTime() + DRAINING_NANOS;
        boolean empty = false;
        try (DevClient management = new DevClient(managing)) {
            while (System.nanoTime() < end
                    && !(empty && Ledger.of(acknowledged, taken).lost().isEmpty())) {
                LockSupport.parkNanos(200_000_000);
                empty = management.send("GET", "/metrics", "").text().contains("\ncountersign_outbox_backlog 0.0\n");
            }
        }
        return empty;
    }

    private Path configuration() throws IOException {
        Path config = directory.resolve("countersign.yaml");
        Files.writeString(config, """
                behind-proxy: on
                limits: relaxed
                listen: {port: %d}
                management: {address: "127.0.0.1:%d"}
                store: {directory: "%s"}
                verification: {countries: [852], country-per-hour: {"852": 100000000}}
                phone: {validation: syntax}
                carriers:
                  smsc:
                    {kind: smpp, host: 127.0.0.1, port: %d, system-id: soak, password: "file:%s", sender: Soak,
                     reconnect-first: 100ms, reconnect-most: 1s, id-tag: %d}
                routes:
                  texts: {carrier: smsc, channels: [sms]}
                """.formatted(
                        port,
                        managing,
                        directory.resolve("data"),
                        smscPort,
                        Files.writeString(directory.resolve("password"), "secret"),
                        SmscProcess.ID_TAG));
        return config;
    }

    private DevClient.Key init(Path config) throws IOException, InterruptedException {
        Process init = new ProcessBuilder(
                        Mortal.java("dev.countersign.server.Countersign", "init", "--config", config.toString()))
                .redirectError(directory.resolve("init.log").toFile())
                .start();
        String out = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (init.waitFor() != 0) {
            throw new IllegalStateException("init failed; see " + directory.resolve("init.log"));
        }
        return new DevClient.Key(shown(out, "SecretId +(\\S+)"), shown(out, "SecretKey +(\\S+)"));
    }

    private static String shown(String out, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out);
        if (!matcher.find()) {
            throw new IllegalStateException("init does not show the key");
        }
        return matcher.group(1);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
