package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Program.DevAccess;
import dev.countersign.server.cli.Running;
import dev.countersign.server.cli.Terminal;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.value.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `countersign call`, `countersign inbox` and `countersign completion`, with a dev world that runs.
final class CallAndInboxTest {
    private static final String TOKEN = "dev-token-0123456789";

    @TempDir
    static Path directory;

    private static Countersign world;
    private static Countersign guarded;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        world = Countersign.dev(DevOptions.at(directory.resolve("world")).relaxed());
        guarded = Countersign.dev(new DevOptions(
                Configuration.dev("127.0.0.1", 0, directory.resolve("guarded"), Limits.RELAXED),
                new DevAccess(Secret.of(TOKEN)),
                Given.system()));
    }

    @AfterAll
    static void stop() {
        world.close();
        guarded.close();
    }

    private int plain(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Map<String, String> environment = Map.of(
                "ALICE", "dev-alice-secret-000000000000011", "API", "csk_dev_root", "TOKEN", TOKEN, "COLUMNS", "120");
        Terminal terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ByteArrayInputStream(new byte[0]),
                environment,
                Running::close);
        return new CommandLineInterface(new Launcher(Given.system(), environment), terminal).run(arguments);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", world.endpoint()));
        return plain(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "GetCallerIdentity, 2018-08-13, tc3",
        "GetCallerIdentity, 2018-08-13, v1-sha1",
        "GetCallerIdentity, 2018-08-13, v1-sha256",
        "GetCallerIdentity, 2015-04-01, acs3",
        "GetCallerIdentity, 2015-04-01, rpc-v1",
        "GetTenantRules, v1, bearer"
    })
    void every_wire_is_called_in_every_scheme(String action, String version, String scheme) {
        assertThat(run("call", action, "--version", version, "--scheme", scheme))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("OK (HTTP 200, ").contains("request id ");
    }

    @Test
    void a_code_that_was_sent_is_read_from_the_inbox() {
        assertThat(run(
                        "call",
                        "SendVerifyCode",
                        "--param",
                        "CountryCode=852",
                        "-p",
                        "PhoneNum=61236001",
                        "--key",
                        "alice"))
                .as(err.toString())
                .isZero();
        assertThat(run("inbox", "--to", "+852 6123 6001", "--wait", "10s", "--code"))
                .isZero();
        String code = out.toString().strip();
        assertThat(code).matches("[0-9]{6}");
        assertThat(run("inbox", "--to", "85261236001")).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("TIME +CHANNEL +TO +CODE +PURPOSE +TEXT");
        assertThat(out.toString()).contains(code, "sms", "85261236001", "registration");
        assertThat(run("inbox", "--to", "85261236001", "--channel", "sms", "--json"))
                .isZero();
        assertThat(out.toString()).startsWith("[{\"id\":").contains("\"code\":\"" + code + "\"");
        assertThat(out.toString())
                .containsPattern("\"verification\":\"[0-9a-f-]{36}\",\"request\":\"[0-9a-f-]{36}\"")
                .contains("\"action\":\"SendVerifyCode\"");
        assertThat(run("inbox", "--to", "85261236001", "--channel", "voice")).isZero();
        assertThat(out.toString().strip()).isEqualTo("no messages");
    }

    /// What the command asks goes through a relay, which knows when it was asked: the code is sent after that.
    @Test
    void an_inbox_waits_for_a_code_that_is_sent_later() throws Exception {
        List<String> before = new CopyOnWriteArrayList<>();
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (HttpClient http = HttpClient.newHttpClient();
                DevClient client = new DevClient(world.port())) {
            relay.createContext("/", exchange -> {
                before.add(
                        client.send("GET", "/dev/messages?to=85261236055", "").text());
                CompletableFuture<HttpResponse<byte[]>> waiting = http.sendAsync(
                        HttpRequest.newBuilder(URI.create(world.endpoint() + exchange.getRequestURI()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61236055");
                byte[] answer = waiting.join().body();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            relay.start();
            String endpoint = "http://127.0.0.1:" + relay.getAddress().getPort();
            assertThat(plain("inbox", "--to", "85261236055", "--wait", "10s", "--code", "--endpoint", endpoint))
                    .as(err.toString())
                    .isZero();
            assertThat(before).as("what was there when it asked, once").containsExactly("[]");
            assertThat(out.toString().strip()).isEqualTo(client.code("85261236055"));
        } finally {
            relay.stop(0);
        }
    }

    @Test
    void our_own_api_is_called_by_route_with_members_and_path_filled_in() {
        assertThat(run("call", "StartVerification", "--param", "to=+85261236002", "--param", "purpose=login", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("\"id\"").contains("\"status\"");
        assertThat(run("call", "GetProtection", "--param", "uin=100000000011", "--secret", "env:API"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void a_refusal_is_the_servers_own_and_has_an_exit_code_of_its_own() {
        assertThat(run("call", "SendVerifyCode", "--param", "CountryCode=852")).isEqualTo(3);
        assertThat(err.toString()).contains("refused: MissingParameter").contains("request id ");
        assertThat(out.toString()).isEmpty();
        assertThat(run("call", "SendVerifyCode", "--param", "CountryCode=852", "--json"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("\"Code\"", "MissingParameter");
        assertThat(run("call", "ListUsers", "--key", "bob")).isEqualTo(3);
        assertThat(err.toString()).contains("UnauthorizedOperation", "cam:ListUsers");
    }

    @Test
    void a_slip_in_a_name_is_met_with_a_suggestion() {
        assertThat(run("call", "SendVerifiyCode")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean SendVerifyCode?").contains("See: countersign call --help");
        assertThat(run("call", "SendVerifyCode", "--param", "CountryCode=852", "--param", "PhoneNumb=61236003"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no parameter PhoneNumb; did you mean PhoneNum?");
        assertThat(run("call", "GetCallerIdentity")).isEqualTo(2);
        assertThat(err.toString())
                .contains("choose with --version", "sts 2018-08-13 (tencent)", "sts 2015-04-01 (alibaba)");
        assertThat(run("call", "SendVerifyCode", "--version", "1999-01-01")).isEqualTo(2);
        assertThat(run("call", "SendVerifyCode", "--param", "=x")).isEqualTo(2);
        assertThat(run("call", "SendVerifyCode", "--key", "carol")).isEqualTo(2);
        assertThat(err.toString()).contains("root, alice");
        assertThat(run("call", "SendVerifyCode", "--secret", "env:ALICE")).isEqualTo(2);
        assertThat(run("call", "SendVerifyCode", "--key", "x", "--secret", "the-secret-itself"))
                .isEqualTo(2);
        assertThat(err.toString()).doesNotContain("the-secret-itself");
        assertThat(run("call", "SendVerifyCode", "--scheme", "acs3")).isEqualTo(2);
        assertThat(err.toString()).contains("tc3, v1-sha1, v1-sha256");
        assertThat(run("call")).isEqualTo(2);
        assertThat(plain("call", "GetCountryCodes", "--endpoint", "ftp://127.0.0.1:7300"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--endpoint must be an address");
    }

    @Test
    void a_key_of_ones_own_signs_with_a_secret_from_elsewhere() {
        String id = "AKIDdev000000000000000000000000alice";
        assertThat(run("call", "GetCallerIdentity", "--version", "2018-08-13", "--key", id, "--secret", "env:ALICE"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("100000000011");
    }

    @Test
    void lists_numbers_and_members_of_objects_are_sent_as_what_they_are() {
        assertThat(run(
                        "call",
                        "SetMfaFlag",
                        "--key",
                        "root",
                        "--param",
                        "OpUin=100000000012",
                        "--param",
                        "LoginFlag.Phone=0",
                        "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("{\"OpUin\":100000000012,\"LoginFlag\":{\"Phone\":0}}");
        assertThat(run("call", "SetMfaFlag", "--param", "OpUin=twelve", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("{\"OpUin\":\"twelve\"}");
        assertThat(run(
                        "call",
                        "DescribeSubAccounts",
                        "--param",
                        "FilterSubAccountUin=1",
                        "--param",
                        "FilterSubAccountUin=2",
                        "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("{\"FilterSubAccountUin\":[1,2]}");
    }

    @Test
    void a_dry_run_shows_the_steps_and_sends_nothing() {
        assertThat(run(
                        "call",
                        "SendVerifyCode",
                        "--param",
                        "CountryCode=852",
                        "--param",
                        "PhoneNum=61236004",
                        "--dry-run"))
                .isZero();
        assertThat(out.toString())
                .contains("canonical request", "string to sign", "TC3-HMAC-SHA256", "  | POST / HTTP/1.1", "61236004")
                .doesNotContain("dev-root-secret");
        assertThat(run("call", "StartVerification", "--param", "to=+85261236004", "--dry-run", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"Bearer ******\"").doesNotContain("csk_dev_root");
        assertThat(run("inbox", "--to", "85261236004")).isZero();
        assertThat(out.toString().strip()).isEqualTo("no messages");
    }

    @Test
    void actions_are_listed_and_searched() {
        assertThat(plain("call", "--list")).isZero();
        assertThat(out.toString().lines()).hasSizeGreaterThan(50);
        assertThat(plain("call", "sendverify", "--list")).isZero();
        assertThat(out.toString()).contains("SendVerifyCode", "intlpartnersmgt", "CountryCode PhoneNum");
        assertThat(plain("call", "sendverify", "--list", "--json")).isZero();
        assertThat(out.toString()).contains("\"name\":\"PhoneNum\",\"type\":\"string\"");
    }

    @Test
    void where_nobody_answers_that_is_said() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String nowhere = "http://127.0.0.1:" + free;
        assertThat(plain("call", "GetCountryCodes", "--endpoint", nowhere)).isEqualTo(1);
        assertThat(err.toString()).contains("nobody answers at " + nowhere, "countersign dev");
        assertThat(plain("inbox", "--endpoint", nowhere)).isEqualTo(1);
        assertThat(err.toString()).contains("nobody answers at " + nowhere, "countersign dev");
    }

    @Test
    void an_inbox_that_stays_empty_fails_only_who_waits() {
        assertThat(run("inbox", "--to", "85261236009")).isZero();
        assertThat(run("inbox", "--to", "85261236009", "--wait", "10ms")).isEqualTo(1);
        assertThat(err.toString()).contains("no message to 85261236009 came within 10ms");
        assertThat(run("inbox", "--to", "85261236009", "--code")).isEqualTo(1);
        assertThat(run("inbox", "--to", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("digits of a number");
        assertThat(run("inbox", "--wait", "61s")).isEqualTo(2);
        assertThat(run("inbox", "--limit", "0")).isEqualTo(2);
        assertThat(run("inbox", "--code", "--json")).isEqualTo(2);
        assertThat(run("inbox", "--channel", "fax")).isEqualTo(2);
    }

    @Test
    void a_world_with_a_token_wants_it() {
        assertThat(plain("inbox", "--endpoint", guarded.endpoint())).isEqualTo(1);
        assertThat(err.toString()).contains("--dev-token").doesNotContain(TOKEN);
        assertThat(plain("inbox", "--endpoint", guarded.endpoint(), "--dev-token", "env:TOKEN"))
                .isZero();
        assertThat(plain("inbox", "--endpoint", guarded.endpoint(), "--dev-token", TOKEN))
                .isEqualTo(2);
        assertThat(err.toString()).doesNotContain(TOKEN);
    }

    @Test
    void bash_completes_commands_options_and_actions() throws IOException, InterruptedException {
        assertThat(plain("completion", "tcsh")).isEqualTo(2);
        assertThat(plain("completion", "bash")).isZero();
        Path script = Files.writeString(directory.resolve("completion"), out.toString());
        assertThat(completed(script, "countersign", "inb")).containsExactly("inbox");
        assertThat(completed(script, "countersign", "call", "SendVerif")).contains("SendVerifyCode");
        assertThat(completed(script, "countersign", "call", "--dry")).contains("--dry-run");
        assertThat(completed(script, "countersign", "completion", "fi")).contains("fish");
    }

    @Test
    void zsh_completes_commands_options_and_actions() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "no zsh is here");
        assertThat(plain("completion", "zsh")).isZero();
        assertThat(out.toString()).startsWith("autoload -U +X compinit && compinit\n");
        Path script = Files.writeString(directory.resolve("completion.zsh"), out.toString());
        Map<String, String> typed = Map.of(
                "countersign inb", "countersign inbox",
                "countersign call SendVerif", "countersign call SendVerifyCode",
                "countersign call --dry", "countersign call --dry-run");
        for (Map.Entry<String, String> one : typed.entrySet()) {
            // A zsh in a terminal of its own, in which the tab key is pressed.
            String session = """
                    zmodload zsh/zpty
                    zpty typing zsh -f -i
                    zpty -w typing "TERM=dumb; unsetopt zle_bracketed_paste; source %s; print 'beg''un'"
                    zpty -r -m typing said '*begun*'
                    zpty -w -n typing $'%s\\t'
                    zpty -r -m typing said '*%s*' && print completed
                    """.formatted(script, one.getKey(), one.getValue());
            assertThat(said("timeout", "60", "zsh", "-f", "-c", session))
                    .as(one.getKey())
                    .contains("completed");
        }
    }

    @Test
    void fish_completes_commands_options_and_actions() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "no fish is here");
        assertThat(plain("completion", "fish")).isZero();
        Path script = Files.writeString(directory.resolve("completion.fish"), out.toString());
        assertThat(fish(script, "countersign inb")).containsExactly("inbox");
        assertThat(fish(script, "countersign "))
                .contains("call", "inbox", "audit")
                .doesNotContain("verify", "SendVerifyCode");
        assertThat(fish(script, "countersign call SendVerif")).containsExactly("SendVerifyCode");
        assertThat(fish(script, "countersign call --dry")).containsExactly("--dry-run");
        assertThat(fish(script, "countersign call --scheme v1")).containsExactly("v1-sha1", "v1-sha256");
        assertThat(fish(script, "countersign inbox --channel v")).containsExactly("voice");
        assertThat(fish(script, "countersign audit ")).containsExactlyInAnyOrder("verify", "export");
        assertThat(fish(script, "countersign audit verify --h")).contains("--help");
        assertThat(fish(script, "countersign completion ")).contains("bash", "zsh", "fish");
    }

    private static List<String> fish(Path script, String typed) throws IOException, InterruptedException {
        return said("fish", "--no-config", "-c", "source " + script + "; complete -C '" + typed + "'")
                .lines()
                .map(line -> line.split("\t")[0])
                .toList();
    }

    private static List<String> completed(Path script, String... words) throws IOException, InterruptedException {
        return said(
                        "bash",
                        "-c",
                        ". " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                                + (words.length - 1)
                                + "; COMP_LINE='" + String.join(" ", words) + "'; COMP_TYPE=9; _complete_countersign;"
                                + " printf '%s\\n' \"${COMPREPLY[@]}\"")
                .lines()
                .map(String::strip)
                .toList();
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
