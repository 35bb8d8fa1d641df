package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `init`, `serve` and `unlock` as an operator runs them.
class ServeTest {
    @TempDir
    Path directory;

    private record Outcome(int code, String out, String err) {}

    private Outcome run(Consumer<Running> whileItRuns, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), Map.of(), running -> {
                    whileItRuns.accept(running);
                    running.close();
                });
        int code = new CommandLineInterface(new Launcher(Given.system(), Map.of()), terminal).run(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private Outcome run(String... arguments) {
        return run(
                running -> {
                    throw new AssertionError("it runs at " + running.endpoint());
                },
                arguments);
    }

    private String config(String more) throws IOException {
        Path file = directory.resolve("countersign.yaml");
        Files.writeString(file, """
                behind-proxy: on
                listen: {port: 0}
                management: {address: "127.0.0.1:0"}
                store: {directory: "%s"}
                verification: {countries: [852]}
                """.formatted(directory.resolve("data")) + more);
        return file.toString();
    }

    private DevClient.Key init(String config) {
        Outcome made = run("init", "--config", config);
        assertThat(made.code()).as(made.err()).isZero();
        return new DevClient.Key(shown(made, "SecretId +(\\S+)"), shown(made, "SecretKey +(\\S+)"));
    }

    private static String shown(Outcome outcome, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(outcome.out());
        assertThat(matcher.find()).as(outcome.out()).isTrue();
        return matcher.group(1);
    }

    private static Value.Fields number(String countryCode) {
        return DevClient.fields("CountryCode", countryCode, "PhoneNum", "61234567");
    }

    @Test
    void the_first_keys_are_shown_once_and_work() throws IOException {
        String config = config("delivery: {inbox: on}\n");
        DevClient.Key key = init(config);
        assertThat(key.id()).matches("AKID[A-Za-z0-9]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data/master.key"))))
                .isEqualTo("rw-------");
        Outcome again = run("init", "--config", config);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("there is a tenant already");
        assertThat(again.out()).doesNotContain("Secret");

        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port())) {
                        assertThat(client.call(key, "SendVerifyCode", number("852"))
                                        .code())
                                .isEqualTo("ok");
                        assertThat(client.call(key, "SendVerifyCode", number("65"))
                                        .code())
                                .as("a country that is not listed")
                                .isEqualTo("InvalidParameterValue.UnSupportArea");
                        assertThat(client.call("SendVerifyCode", "CountryCode", "852")
                                        .code())
                                .as("a dev key")
                                .isEqualTo("AuthFailure.SecretIdNotFound");
                        assertThat(client.send("GET", "/dev/world", "").status())
                                .isEqualTo(404);
                        assertThat(client.send("GET", "/console/inbox", "").status())
                                .isEqualTo(404);
                        assertThat(client.send("GET", "/metrics", "").status()).isEqualTo(404);
                        assertThat(client.send("GET", "/readyz", "").status()).isEqualTo(200);
                    }
                },
                "serve",
                "--config",
                config);
        assertThat(served.err()).isEmpty();
        assertThat(served.out()).startsWith("ready http://127.0.0.1:");
    }

    @Test
    void a_request_id_is_explained_to_the_operator_and_not_to_callers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = Path.of(config("delivery: {inbox: on}\n"));
        Files.writeString(file, Files.readString(file).replace("127.0.0.1:0", "127.0.0.1:" + port));
        DevClient.Key key = init(file.toString());
        DevClient.Key liar = new DevClient.Key(key.id(), "not-the-secret");
        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port());
                            DevClient operator = new DevClient(port)) {
                        String id = client.call(liar, "SendVerifyCode", number("852"))
                                .text("RequestId");
                        DevClient.Answer told = operator.send("GET", "/requests/" + id, "");
                        assertThat(told.text("check")).isEqualTo("signature");
                        assertThat(told.text("keyId")).isEqualTo(key.id());
                        assertThat(told.text())
                                .as("outside of a dev world not even what was signed")
                                .doesNotContain("stringToSign", "canonicalRequest", "61234567");
                        assertThat(operator.send("GET", "/requests/none", "").status())
                                .isEqualTo(404);
                        assertThat(operator.send("GET", "/requests/none", "").text())
                                .contains("reaches back to");
                        assertThat(operator.send("POST", "/requests/" + id, "").status())
                                .isEqualTo(405);
                        assertThat(client.send("GET", "/requests/" + id, "").text())
                                .doesNotContain("signature\"");
                    }
                },
                "serve",
                "--config",
                file.toString());
        assertThat(served.code()).as(served.err()).isZero();
    }

    @Test
    void without_a_carrier_nothing_is_sent_and_nothing_is_stored() throws IOException {
        String config = config("");
        DevClient.Key key = init(config);
        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port())) {
                        for (int i = 0; i < 2; i++) {
                            assertThat(client.call(key, "SendVerifyCode", number("852"))
                                            .code())
                                    .isEqualTo("ServiceUnavailable");
                        }
                    }
                },
                "serve",
                "--config",
                config);
        assertThat(served.code()).isZero();
    }

    @Test
    void a_number_is_sent_no_code_where_none_is_sent_to() throws IOException {
        asked(
                "delivery: {inbox: on}\n",
                "65",
                "81234567",
                "PhoneNumber.NotServed",
                "Codes are not sent to this country.");
    }

    @Test
    void a_number_is_sent_no_code_by_a_method_without_a_carrier() throws IOException {
        asked("", "852", "61234567", "Method.NotServed", "No carrier serves the specified method here.");
    }

    /// Begins to move a number in, and asks for its code.
    private void asked(String more, String country, String national, String code, String text) throws IOException {
        String config = config(more);
        DevClient.Key key = init(config);
        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port())) {
                        DevClient.Answer bound = cams(client, key, "ChatappBindWaba", "WabaId", "33993123");
                        String space = bound.text().replaceFirst(".*\"CustSpaceId\":\"([^\"]+)\".*", "$1");
                        cams(
                                client,
                                key,
                                "CreateChatappMigrationInitiate",
                                "CustSpaceId",
                                space,
                                "CountryCode",
                                country,
                                "MobileNumber",
                                national);
                        DevClient.Answer refused = cams(
                                client,
                                key,
                                "GetMigrationVerifyCode",
                                "CustSpaceId",
                                space,
                                "PhoneNumber",
                                country + national,
                                "Locale",
                                "en",
                                "Method",
                                "sms");
                        assertThat(refused.status()).isEqualTo(400);
                        assertThat(refused.text("Code")).isEqualTo(code);
                        assertThat(refused.text("Message")).isEqualTo(text);
                    }
                },
                "serve",
                "--config",
                config);
        assertThat(served.code()).as(served.err()).isZero();
    }

    /// A call that is dated after the start: one of the second before might have been made before it.
    private static DevClient.Answer cams(DevClient client, DevClient.Key key, String action, String... parameters) {
        return client.acs(key, action, "2020-06-06", Instant.now().plusSeconds(2), parameters);
    }

    @Test
    void it_does_not_start_in_the_clear() throws IOException {
        Path file = directory.resolve("plain.yaml");
        Files.writeString(file, "verification: {countries: [852]}\nstore: {directory: \"" + directory + "\"}\n");
        Outcome refused = run("serve", "--config", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("tls.certificate").contains("behind-proxy");
    }

    @Test
    void it_does_not_start_without_a_tenant() throws IOException {
        String config = config("");
        init(config);
        Path other = directory.resolve("other");
        Files.createDirectories(other);
        Files.copy(directory.resolve("data/master.key"), other.resolve("master.key"));
        Path file = directory.resolve("other.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(config))
                        .replace(directory.resolve("data").toString(), other.toString()));
        Outcome refused = run("serve", "--config", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("countersign init");
    }

    @Test
    void a_dev_directory_is_refused_and_the_other_way_round() throws IOException {
        Countersign.dev(Countersign.DevOptions.at(directory.resolve("data"))).close();
        Outcome refused = run("serve", "--config", config(""));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("made by \"countersign dev\"");

        Path served = directory.resolve("served");
        Path file = directory.resolve("served.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(config("")))
                        .replace(directory.resolve("data").toString(), served.toString()));
        init(file.toString());
        Outcome dev = run("dev", "--port", "0", "--data", served.toString());
        assertThat(dev.code()).isEqualTo(1);
        assertThat(dev.err()).contains("made by \"countersign serve\"");
    }

    @Test
    void a_wrong_master_key_is_refused_and_nothing_is_touched() throws IOException {
        String config = config("");
        init(config);
        byte[] wrong = new byte[32];
        new SecureRandom().nextBytes(wrong);
        Files.writeString(
                directory.resolve("data/master.key"),
                java.util.Base64.getEncoder().encodeToString(wrong));
        Map<String, String> before = files();
        for (String command : new String[] {"serve", "init"}) {
            Outcome refused = run(command, "--config", config);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("the master key is not the one that this store was made with");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_second_process_on_the_same_data_is_refused_while_the_first_runs() throws IOException {
        String config = config("");
        init(config);
        Outcome first = run(
                running -> {
                    for (String command : new String[] {"serve", "init"}) {
                        Outcome second = run(command, "--config", config);
                        assertThat(second.code()).isEqualTo(1);
                        assertThat(second.err()).contains("another countersign runs on the data directory");
                    }
                    Outcome beside =
                            run("unlock", "--config", config, "--uin", "100000000001", "--authenticator", "phone");
                    assertThat(beside.err()).as("unlock works beside it").contains("is not disabled");
                },
                "serve",
                "--config",
                config);
        assertThat(first.err()).isEmpty();
        assertThat(run(running -> {}, "serve", "--config", config).code())
                .as("afterwards")
                .isZero();
    }

    @Test
    void a_dev_start_without_the_key_of_its_data_makes_no_other_key() throws IOException {
        Path data = directory.resolve("dev");
        Countersign.dev(Countersign.DevOptions.at(data)).close();
        Files.delete(data.resolve("master.key"));
        Outcome refused = run("dev", "--port", "0", "--data", data.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the master key is not the one");
        assertThat(data.resolve("master.key")).doesNotExist();
    }

    @Test
    void before_init_it_says_what_to_run() throws IOException {
        Outcome refused = run("serve", "--config", config(""));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("countersign init");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void a_store_that_can_not_be_reached_is_a_sentence_and_no_fault() throws IOException {
        Path data = directory.resolve("broken");
        Files.createDirectories(data);
        Files.writeString(data.resolve("countersign.db"), "this is no database, whatever it is called".repeat(99));
        Outcome refused = run("dev", "--port", "0", "--data", data.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("the store in " + data + " can't be used")
                .doesNotContain("unexpected");
    }

    /// The content of each file of the store; SQLite's shared memory is no content.
    private Map<String, String> files() throws IOException {
        Map<String, String> all = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm") && Files.size(file) > 0) {
                    all.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return all;
    }

    @Test
    void the_audit_of_a_server_is_proven_exported_and_a_change_in_it_found() throws Exception {
        String config = config("delivery: {inbox: on}\n");
        DevClient.Key key = init(config);
        run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port())) {
                        client.call(key, "SendVerifyCode", number("852"));
                        client.call(
                                key,
                                "CreateAccount",
                                DevClient.fields(
                                        "AccountType", "personal",
                                        "Mail", "somebody@example.com",
                                        "Password", "ABCabc123!",
                                        "ConfirmPassword", "ABCabc123!",
                                        "PhoneNum", "61234567",
                                        "CountryCode", "852",
                                        "Area", "HK",
                                        "VerifyCode", "000000",
                                        "TradeOne", "kghy_01",
                                        "TradeTwo", "kghy_0101"));
                    }
                },
                "serve",
                "--config",
                config);
        Outcome whole = run("audit", "verify", "--config", config);
        assertThat(whole.err()).isEmpty();
        assertThat(whole.out()).contains("against 1 checkpoints");
        Outcome lines = run("audit", "export", "--config", config);
        assertThat(lines.out())
                .contains("\"event\":\"code.refused\"", "\"tries-left\":\"4\"", key.id())
                .doesNotContain("61234567", key.secret());

        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/countersign.db"));
                Statement statement = store.createStatement()) {
            statement.execute("UPDATE audit SET actor = 7 WHERE seq = (SELECT MAX(seq) FROM audit)");
        }
        Outcome broken = run("audit", "verify", "--config", config);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("was changed after it was written");
    }

    @Test
    void an_audit_command_makes_no_store() {
        Outcome missing =
                run("audit", "verify", "--data", directory.resolve("none").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no data directory");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void unlock_says_whether_there_was_anything_to_lift() throws IOException {
        String config = config("");
        init(config);
        Outcome none = run("unlock", "--config", config, "--uin", "100000000001", "--authenticator", "phone");
        assertThat(none.out() + none.err()).contains("100000000001");
    }
}
