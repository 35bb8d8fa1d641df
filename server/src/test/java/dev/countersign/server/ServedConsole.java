package dev.countersign.server;

import dev.countersign.delivery.Inbox;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Program.FirstTenant;
import dev.countersign.server.cli.Terminal;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConfigurationReader;
import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.console.Route;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server for real use with a console, people who have roles in it, and a clock that stands still.
final class ServedConsole implements AutoCloseable {
    static final String PASSWORD = "Correct-horse-7";
    private static final List<String> PEOPLE =
            List.of("owner", "operator", "auditor", "stranger", "phone", "keyless", "reset");
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    final TestClock clock = new TestClock(Instant.now());
    private final SecureRandom random = new SecureRandom();
    private final Given given = new Given(clock, random, RequestId.from(random));
    private final Path directory;
    private final int port = free();
    private final String protocol;
    private final Map<String, Long> people = new HashMap<>();
    private final AtomicInteger browsers = new AtomicInteger();
    private final DevClient.Key root;
    private final long tenant;
    private Countersign server;
    final Storage storage;
    final DevClient client = new DevClient(port);

    /// What it warned of at its start.
    final List<String> warnings = new CopyOnWriteArrayList<>();

    /// What was answered in the console's place while it was off.
    final int withoutConsole;

    ServedConsole(Path directory) {
        this(directory, false);
    }

    /// @param inbox whether the inbox is seen in it
    ServedConsole(Path directory, boolean inbox) {
        this(directory, inbox, "http");
    }

    /// @param protocol how browsers reach it: with `https` as behind a proxy, which is not there
    ServedConsole(Path directory, boolean inbox, String protocol) {
        this.directory = directory;
        this.protocol = protocol;
        Loaded read = loaded("");
        Configuration bare = read.configuration();
        new MasterKeys(Map.of()).createIfMissing(bare.masterKey(), random);
        FirstTenant first = new Launcher(given, Map.of()).init(bare);
        this.tenant = first.uin();
        this.root = new DevClient.Key(first.key().id(), first.key().secret().reveal());
        Countersign before = serve(read);
        try {
            withoutConsole = client.send("GET", "/console/signin", "").status();
            for (String name : PEOPLE) {
                boolean key = name.equals("operator");
                add(name, ",\"UseApi\":" + (key ? 1 : 0) + (name.equals("reset") ? ",\"NeedResetPassword\":1" : ""));
            }
            demand("phone", "Phone");
        } finally {
            before.close();
        }
        Loaded loaded = loaded(roles(List.of(uin("owner")), List.of(uin("auditor")), inbox));
        Configuration configuration = loaded.configuration();
        configuration.requireServable();
        this.server = heard(loaded, warnings);
        this.storage = Storage.beside(configuration, Map.of(), given);
    }

    private String roles(List<Long> owners, List<Long> auditors, boolean inbox) {
        return """
                console:
                  enabled: on
                  owners: %s
                  operators: [%s, %s, %s, %s]
                  auditors: %s
                  inbox: %s
                """.formatted(
                owners, uin("operator"), uin("phone"), uin("keyless"), uin("reset"), auditors, inbox ? "on" : "off");
    }

    private Countersign heard(Loaded loaded, List<String> warned) {
        Logger ours = Logger.getLogger("dev.countersign");
        Keeping keeping = new Keeping(warned);
        ours.addHandler(keeping);
        try {
            return serve(loaded);
        } finally {
            ours.removeHandler(keeping);
        }
    }

    /// Stops and starts again, with other people in two of the roles.
    ///
    /// @return what it warns of
    List<String> restarted(List<Long> owners, List<Long> auditors) {
        List<String> warned = new CopyOnWriteArrayList<>();
        server.close();
        server = heard(loaded(roles(owners, auditors, false)), warned);
        return warned;
    }

    /// Keeps what is warned of.
    private static final class Keeping extends Handler {
        private final List<String> kept;

        private Keeping(List<String> kept) {
            this.kept = kept;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                kept.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Countersign serve(Loaded loaded) {
        return Countersign.serve(loaded, () -> loaded, given, Map.of());
    }

    private Loaded loaded(String more) {
        try {
            Path file = Files.createDirectories(directory).resolve("countersign.yaml");
            Files.writeString(file, """
                    behind-proxy: on
                    listen: {port: %d}
                    management: {address: "127.0.0.1:0"}
                    store: {directory: "%s"}
                    verification: {countries: [852]}
                    delivery: {inbox: on}
                    challenge: {public-url: "%s"}
                    """.formatted(port, directory.resolve("data"), base()) + more);
            return new ConfigurationReader(Map.of()).read(Optional.of(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String base() {
        return protocol + "://127.0.0.1:" + port;
    }

    /// The UIN of the tenant's root.
    long tenant() {
        return tenant;
    }

    long uin(String name) {
        return people.getOrDefault(name, 0L);
    }

    /// A call of cam as the tenant's root.
    DevClient.Outcome cam(String action, String body) {
        DevClient.Outcome made = client.signed(root, action, "2019-01-16", clock.instant(), body);
        if (!made.code().equals("ok")) {
            throw new IllegalStateException(action + ": " + made);
        }
        return made;
    }

    /// The number that somebody's codes go to.
    String phone(String name) {
        return "8526123000" + PEOPLE.indexOf(name);
    }

    private void add(String name, String more) {
        DevClient.Outcome made = cam(
                "AddUser",
                "{\"Name\":\"%s\",\"ConsoleLogin\":1,\"Password\":\"%s\",\"PhoneNum\":\"6123000%d\",\"CountryCode\":\"852\"%s}"
                        .formatted(name, PASSWORD, people.size(), more));
        if (made.fields().get("Uin") instanceof Value.Number uin) {
            people.put(name, Long.parseLong(uin.literal()));
        }
    }

    /// Sets what a user must show at a login; nothing for an empty method.
    void demand(String name, String method) {
        String flag = method.isEmpty() ? "" : "\"" + method + "\":1";
        cam("SetMfaFlag", "{\"OpUin\":" + uin(name) + ",\"LoginFlag\":{" + flag + "}}");
    }

    /// The newest code to a number, waiting for one.
    String code(String to) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            List<Inbox.Kept> found =
                    storage.inbox().find(new Inbox.Query(Optional.of(to), Optional.empty(), Optional.empty(), 1));
            if (!found.isEmpty()) {
                return found.getFirst().code().reveal();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("no message came to " + to);
    }

    /// Runs a command beside it, which must succeed.
    ///
    /// @return what it says
    String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", directory.resolve("countersign.yaml").toString()));
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), Map.of(), running -> {
                    throw new AssertionError("it runs at " + running.endpoint());
                });
        int code = new CommandLineInterface(new Launcher(given, Map.of()), terminal).run(all.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(code + " " + err);
        }
        return out.toString();
    }

    /// Every way in.
    List<Route> routes() {
        return server.console();
    }

    /// The status line of an answer to a request with exactly these lines.
    String raw(String... lines) throws IOException {
        return raw("", List.of(lines));
    }

    private String raw(String body, List<String> lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n", 2)[0];
        }
    }

    /// A browser at an address of its own.
    Browser browser() {
        int n = browsers.getAndIncrement();
        return browser("198.18." + n / 256 + "." + n % 256);
    }

    /// A browser at this address.
    Browser browser(String source) {
        return new Browser(source);
    }

    /// A browser without a screen: it keeps cookies, and sends forms as pages do.
    final class Browser {
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final String source;
        private String token = "";

        private Browser(String source) {
            this.source = source;
        }

        Answer get(String path) {
            return kept(client.send("GET", path, "", "Cookie", jar(), "X-Forwarded-For", source));
        }

        /// Fills the form that was seen last.
        Answer post(String path, String... namesAndValues) {
            return send(base(), path, token, namesAndValues);
        }

        Answer send(String origin, String path, String token, String... namesAndValues) {
            StringBuilder form = new StringBuilder("token=" + Form.encoded(token));
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.append('&').append(Form.encoded(namesAndValues[i]));
                form.append('=').append(Form.encoded(namesAndValues[i + 1]));
            }
            return kept(client.send(
                    "POST",
                    path,
                    form.toString(),
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    origin,
                    "X-Forwarded-For",
                    source,
                    "Cookie",
                    jar()));
        }

        /// What forms carry that were made for it.
        String token() {
            return token;
        }

        /// The status of an answer to a form of it with exactly these headers.
        int form(String path, String token, String... headers) throws IOException {
            String body = "token=" + Form.encoded(token);
            List<String> lines = new ArrayList<>(List.of(
                    "POST " + path + " HTTP/1.1",
                    "Cookie: " + jar(),
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: " + body.length()));
            lines.addAll(List.of(headers));
            return Integer.parseInt(raw(body, lines).split(" ")[1]);
        }

        /// From the empty form to the answer of a filled one, at a time when nobody has tried too often.
        Answer signIn(String name, String password) {
            return signIn(uin(name), password);
        }

        Answer signIn(long uin, String password) {
            clock.advance(Duration.ofSeconds(30));
            return guess(uin, password);
        }

        /// The same at once.
        Answer guess(long uin, String password) {
            get("/console/signin");
            return post("/console/signin", "uin", Long.toString(uin), "password", password);
        }

        /// Someone who is in.
        Browser in(String name) {
            Answer entered = signIn(name, PASSWORD);
            if (entered.status() != 303) {
                throw new IllegalStateException(entered.status() + " " + entered.text());
            }
            get("/console/explorer");
            return this;
        }

        String cookie(String name) {
            return cookies.getOrDefault(name, "");
        }

        Browser holds(String name, String value) {
            cookies.put(name, value);
            return this;
        }

        private String jar() {
            StringBuilder jar = new StringBuilder("countersign_theme=auto");
            cookies.forEach(
                    (name, value) -> jar.append("; ").append(name).append('=').append(value));
            return jar.toString();
        }

        private Answer kept(Answer answer) {
            for (String given : header(answer, "Set-Cookie").split("\n")) {
                String[] pair = given.split(";", 2)[0].split("=", 2);
                if (pair.length == 2 && given.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else if (pair.length == 2) {
                    cookies.put(pair[0], pair[1]);
                }
            }
            Matcher seen = TOKEN.matcher(answer.text());
            if (seen.find()) {
                token = seen.group(1);
            }
            return answer;
        }
    }

    /// The values of a header, one a line; empty for none.
    static String header(Answer answer, String name) {
        for (Map.Entry<String, List<String>> one : answer.headers().entrySet()) {
            if (one.getKey().equalsIgnoreCase(name)) {
                return String.join("\n", one.getValue());
            }
        }
        return "";
    }

    @Override
    public void close() {
        client.close();
        storage.close();
        server.close();
    }
}
