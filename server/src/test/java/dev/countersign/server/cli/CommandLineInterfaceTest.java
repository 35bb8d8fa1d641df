package dev.countersign.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.http.EarlyRefusal;
import dev.countersign.server.http.HttpConfig;
import dev.countersign.server.http.HttpListener;
import dev.countersign.server.http.HttpMeter;
import dev.countersign.server.metrics.OpsSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person types, and what is said back.
final class CommandLineInterfaceTest {
    private final RecordingProgram program = new RecordingProgram();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int run(String... arguments) {
        return runPiped("", arguments);
    }

    private int runPiped(String piped, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                Map.of("KEY", "the-secret"),
                Running::close);
        return new CommandLineInterface(program, terminal).run(arguments);
    }

    private String config(String... lines) throws IOException {
        return Files.writeString(directory.resolve("countersign.yaml"), String.join("\n", lines))
                .toString();
    }

    @Test
    void without_a_command_it_says_which_there_are() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "dev",
                        "serve",
                        "init",
                        "unlock",
                        "console",
                        "audit",
                        "carrier",
                        "template",
                        "wait",
                        "config",
                        "sign")
                .contains("call", "inbox", "completion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev",
                "serve",
                "init",
                "unlock",
                "console",
                "audit",
                "carrier",
                "template",
                "wait",
                "call",
                "inbox",
                "config",
                "sign",
                "completion",
                "version"
            })
    void every_command_has_a_help(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: countersign " + command);
        if (!command.equals("version")) {
            assertThat(out.toString()).contains("Example", "countersign " + command);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console invite",
                "audit verify",
                "audit export",
                "carrier list",
                "carrier test",
                "template lint",
                "template preview"
            })
    void every_command_below_a_command_has_a_help(String command) {
        String[] words = command.split(" ");
        assertThat(run(words[0], words[1], "--help")).isZero();
        assertThat(out.toString()).contains("Usage: countersign " + command, "Example");
    }

    @Test
    void the_help_of_a_call_begins_with_what_its_action_takes() {
        assertThat(run("call", "DescribeCustomerInfo", "--help")).isZero();
        assertThat(out.toString())
                .startsWith("DescribeCustomerInfo, intlpartnersmgt 2022-09-28 (tencent) takes:\n")
                .contains("  CustomerUin  integer list, required\n", "Usage: countersign call");
        out.getBuffer().setLength(0);
        assertThat(run("call", "getcalleridentity", "--help")).isZero();
        assertThat(out.toString())
                .contains("GetCallerIdentity, sts 2018-08-13 (tencent) takes nothing.")
                .contains("GetCallerIdentity, sts 2015-04-01 (alibaba) takes nothing.");
        out.getBuffer().setLength(0);
        assertThat(run("call", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: countersign call");
    }

    @Test
    void a_call_is_signed_at_the_time_and_with_the_nonce_that_are_given() {
        assertThat(run("call", "GetCallerIdentity", "--version", "2015-04-01", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("x-acs-date:2026-01-02T03:04:05Z", "x-acs-signature-nonce:7");
    }

    @Test
    void a_slip_below_a_command_is_met_with_what_there_is() {
        assertThat(run("carrier", "tset", "acme")).isEqualTo(2);
        assertThat(run("template", "lnt")).isEqualTo(2);
        assertThat(run("carrier", "test", "acme", "--too", "1")).isEqualTo(2);
        assertThat(run("carrier", "test", "--to", "+85261234567", "--config", "x"))
                .isEqualTo(2);
        assertThat(run("template", "preview", "--config", "x", "--channel", "fax"))
                .isEqualTo(2);
        assertThat(run("carrier", "list")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "there is no command tset; there is list, test",
                        "there is no command lnt; there is lint, preview")
                .contains("NAME", "--config", "SMS, VOICE, EMAIL")
                .contains("See: countersign carrier test --help");
        assertThat(program.asked).isEmpty();
    }

    @Test
    void a_carrier_is_tried_out_as_it_is_typed() throws IOException {
        String file = config("carriers.acme: {kind: inbox}");
        assertThat(run("carrier", "test", "acme", "--to", "+85261234567", "--config", file))
                .isZero();
        assertThat(program.asked)
                .containsExactly("test CarrierTrial[carrier=acme, to=+85261234567, channel=Optional.empty,"
                        + " purpose=login, locale=en, patience=PT0S]");
        assertThat(out.toString()).contains("connect", "ok", "smsc.example.com:2775");
        program.tested = false;
        assertThat(run(
                        "carrier",
                        "test",
                        "acme",
                        "--to",
                        "1",
                        "--config",
                        file,
                        "--channel",
                        "voice",
                        "--wait",
                        "5s",
                        "--locale",
                        "zh",
                        "--purpose",
                        "x",
                        "--json"))
                .isEqualTo(1);
        assertThat(program.asked.getLast()).contains("channel=Optional[VOICE]", "purpose=x, locale=zh, patience=PT5S");
        assertThat(out.toString())
                .endsWith("{\"carrier\":\"acme\",\"ok\":false,\"steps\":[{\"step\":\"connect\",\"ok\":true,"
                        + "\"detail\":\"smsc.example.com:2775\"},{\"step\":\"bind\",\"ok\":false,"
                        + "\"detail\":\"ESME_RINVPASWD\"}]}\n");
    }

    @Test
    void carriers_are_listed_with_their_routes() throws IOException {
        String file = config(
                "carriers:",
                "  acme: {kind: smpp, host: smsc.example.com, system-id: me, password: \"env:KEY\"}",
                "  spare: {kind: http, url: \"https://api.example.com/{id}\", method: GET}",
                "routes:",
                "  hk: {carrier: acme, channels: [sms], prefixes: [852]}",
                "  rest: {carrier: acme, channels: [sms]}");
        assertThat(run("carrier", "list", "--config", file)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "CARRIER  KIND  ADDRESS                CHANNELS  ROUTES",
                        "acme     smpp  smsc.example.com:2775  sms       hk, rest",
                        "spare    http  api.example.com:443    -         -");
        assertThat(run("carrier", "list", "--config", file, "--json")).isZero();
        assertThat(out.toString())
                .contains("{\"name\":\"acme\",\"kind\":\"smpp\",\"address\":\"smsc.example.com:2775\","
                        + "\"routes\":[\"hk\",\"rest\"]}")
                .doesNotContain("the-secret");
        assertThat(run("carrier", "list", "--config", config(""))).isZero();
        assertThat(out.toString()).contains("there is no carrier: every send is refused");
    }

    @Test
    void templates_are_looked_at_with_their_segments() throws IOException {
        String file = config(
                "templates:",
                "  plain: {channel: sms, locale: en, text: \"{code} is your code\"}",
                "  dear: {channel: sms, locale: de, text: \"{code} – dein Code\"}",
                "  mail: {channel: email, text: \"{code}\", subject: Code}");
        assertThat(run("template", "lint", "--config", file)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "TEMPLATE  CHANNEL  LOCALE  SEGMENTS",
                        "plain     sms      en      1 in GSM-7 (19 of 160)",
                        "dear      sms      de      1 in UCS-2 (18 of 70)",
                        "mail      email    en      -",
                        "warning: dear, sms, de: only – (U+2013) makes it UCS-2, with room for 70 characters in place of 160",
                        "0 errors, 1 warnings");
        assertThat(run("template", "lint", "--config", file, "--strict")).isEqualTo(1);
        assertThat(run("template", "lint", "--config", file, "--json")).isZero();
        assertThat(out.toString())
                .contains("{\"template\":\"plain\",\"channel\":\"sms\",\"locale\":\"en\",\"segments\":1,\"units\":19,"
                        + "\"encoding\":\"GSM-7\",\"findings\":[]}");
        String bound = config("templates.t: {channel: sms, text: \"{code}\\n@acme #{code}\"}");
        assertThat(run("template", "lint", "--config", bound)).isEqualTo(1);
        assertThat(out.toString()).contains("error: t, sms, en: its last line binds no code", "1 errors, 0 warnings");
        assertThat(run("template", "lint", "--config", config("templates.t: {text: \"{cod}\"}")))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("countersign template lint: ")
                .contains(":1: templates.t.text has {cod}, which is no placeholder");
        assertThat(run("template", "lint")).isZero();
        assertThat(out.toString()).contains("there is no template: all messages are in our own words");
    }

    @Test
    void a_message_is_previewed_as_it_would_be_sent() throws IOException {
        String file = config(
                "templates:",
                "  arabic: {locale: ar, channel: email, subject: \"Acme {code}\", text: \"{code} {details}\"}",
                "  bound: {channel: sms, sender: Acme, domain: acme.example}");
        assertThat(run("template", "preview", "--config", file)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "template  bound",
                        "from      Acme",
                        "segments  1 (96 of 160 in GSM-7)",
                        "",
                        "123456 is your code to log in. It is valid for 10 minutes. Never share it.",
                        "@acme.example #123456");
        String[] mail = {"template", "preview", "--config", file, "--channel", "email", "--locale", "ar"};
        assertThat(run(mail)).isZero();
        assertThat(out.toString()).contains("template  arabic", "subject   Acme 123456");
        assertThat(run(with(mail, "--details", "<b>", "--code", "999999", "--html")))
                .isZero();
        assertThat(out.toString()).contains("<html lang=\"ar\" dir=\"rtl\">", "999999 &lt;b&gt;");
        assertThat(run(with(mail, "--json"))).isZero();
        assertThat(out.toString())
                .contains("{\"template\":\"arabic\",\"from\":\"Countersign\"", "\"html\":\"<!doctype");
        assertThat(run("template", "preview", "--config", file, "--channel", "voice"))
                .isZero();
        assertThat(out.toString()).contains("template  none: our own words", "1 2 3 4 5 6 is your code");
        assertThat(run("template", "preview", "--locale", "zh")).isZero();
        assertThat(out.toString()).contains("123456 是您的登录验证码", "of 70 in UCS-2)");
        assertThat(run("template", "preview", "--config", file, "--html")).isEqualTo(1);
        assertThat(run("template", "preview", "--config", file, "--purpose", "notice-odd"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("only a mail has HTML", "no notice is called notice-odd");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void config_warns_of_what_a_server_can_be_started_with_all_the_same() throws IOException {
        String file = config(
                "behind-proxy: on",
                "verification.countries: [852]",
                "carriers.acme: {kind: inbox}",
                "templates.t:",
                "  text: |",
                "    Hello",
                "    {code}");
        assertThat(run("config", "--config", file)).isZero();
        assertThat(out.toString())
                .containsPattern("carriers.acme.kind +=\\s+inbox +# .*:3")
                .containsPattern("templates.t.text +=\\s+Hello\\\\n\\{code} +# .*:5");
        assertThat(err.toString()).contains("warning: carriers.acme has no route");
    }

    @Test
    void a_slip_is_met_with_a_suggestion() {
        assertThat(run("serv")).isEqualTo(2);
        assertThat(run("dev", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("serve").contains("--port");
    }

    @Test
    void what_was_typed_wrongly_is_not_buried_under_the_help() {
        assertThat(run("dve")).isEqualTo(2);
        assertThat(run("dev", "--port", "abc")).isEqualTo(2);
        assertThat(run("dev", "--port", "70000")).isEqualTo(2);
        assertThat(run("serve")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(8)
                .contains("countersign: there is no command dve; there is dev, serve, init, unlock, console, audit,"
                        + " carrier, template, wait, call, inbox, config, sign, completion, version")
                .contains("See: countersign dev --help");
    }

    @Test
    void a_file_in_the_way_is_a_sentence_and_no_fault() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(run("init", "--config", config("store.directory: " + file.resolve("data"))))
                .isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).doesNotContain("unexpected");
    }

    @Test
    void the_version_is_asked_for_in_both_ways() {
        assertThat(run("--version")).isZero();
        assertThat(run("version")).isZero();
        assertThat(out.toString().lines().distinct()).hasSize(1);
    }

    @Test
    void an_empty_token_is_no_token() {
        assertThat(run("dev", "--bind", "0.0.0.0", "--dev-token", "")).isEqualTo(2);
        assertThat(err.toString()).contains("--dev-token must not be empty");
        assertThat(program.asked).isEmpty();
    }

    @Test
    void with_a_token_the_printed_call_of_the_inbox_has_a_place_for_it() {
        assertThat(run("dev", "--bind", "0.0.0.0", "--dev-token", "much-secret"))
                .isZero();
        assertThat(out.toString())
                .contains("Authorization: Bearer TOKEN")
                .contains("wait=10s")
                .doesNotContain("much-secret");
    }

    @Test
    void a_whole_audit_is_said_to_be_so_and_a_broken_one_fails() {
        assertThat(run("audit", "verify", "--data", "var/x")).isZero();
        assertThat(out.toString()).contains("whole: 3 entries in 2 links, against 1 checkpoints");
        program.broken = Optional.of("link 3 is missing");
        assertThat(run("audit", "verify", "--data", "var/x", "--checkpoints", "c"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the audit is broken: link 3 is missing");
        assertThat(program.asked).containsExactly("verify var/x -", "verify var/x c");
    }

    @Test
    void an_export_goes_on_where_it_is_told_to() {
        assertThat(run("audit", "export", "--data", "var/x", "--tenant", "7", "--after", "9"))
                .isZero();
        assertThat(program.asked).containsExactly("export 7 after 9");
    }

    @Test
    void a_command_on_the_audit_wants_one_store() throws IOException {
        assertThat(run("audit", "verify")).isEqualTo(2);
        assertThat(run("audit", "verify", "--data", "x", "--config", config("store: {directory: x}")))
                .isEqualTo(2);
        assertThat(run("audit", "verify", "--config", config("store: {directory: x}")))
                .isZero();
        assertThat(err.toString()).contains("--config", "--data");
    }

    @Test
    void dev_needs_nothing_and_ends_with_the_ready_line() {
        assertThat(run("dev")).isZero();
        assertThat(program.asked).containsExactly("dev 127.0.0.1:7300 var/dev VENDOR token ", "close");
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getLast()).isEqualTo("ready http://127.0.0.1:7300");
        assertThat(lines.stream().filter(line -> line.startsWith("ready"))).hasSize(1);
        assertThat(out.toString())
                .contains("http.setEndpoint(\"127.0.0.1:7300\")", "AKIDdev0000000000000000000000000root");
    }

    @Test
    void dev_takes_port_directory_limits_and_another_address_with_a_token() {
        assertThat(run(
                        "dev",
                        "--port",
                        "0",
                        "--data",
                        "d",
                        "--limits",
                        "relaxed",
                        "--bind",
                        "0.0.0.0",
                        "--dev-token",
                        "T"))
                .isZero();
        assertThat(program.asked).first().isEqualTo("dev 0.0.0.0:0 d RELAXED token T");
    }

    @Test
    void dev_on_another_address_needs_a_token() {
        assertThat(run("dev", "--bind", "0.0.0.0")).isEqualTo(2);
        assertThat(err.toString()).contains("--dev-token");
        assertThat(program.asked).isEmpty();
    }

    @Test
    void serve_needs_a_configuration() {
        assertThat(run("serve")).isEqualTo(2);
        assertThat(err.toString()).contains("--config");
    }

    @Test
    void serve_does_not_start_in_the_clear() throws IOException {
        assertThat(run("serve", "--config", config("verification.countries: [852]")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("tls.certificate").doesNotContain("Exception");
        assertThat(program.asked).isEmpty();
    }

    @Test
    void serve_starts_behind_a_proxy() throws IOException {
        assertThat(run("serve", "--config", config("behind-proxy: on", "verification.countries: [852]")))
                .isZero();
        assertThat(program.asked).containsExactly("serve [852]", "close");
        assertThat(out.toString()).contains("ready http://127.0.0.1:7300");
    }

    @Test
    void init_makes_the_master_key_and_shows_the_keys_once() throws IOException {
        String file = config("store.directory: " + directory.resolve("data"));
        assertThat(run("init", "--config", file)).isZero();
        assertThat(directory.resolve("data/master.key")).exists();
        assertThat(out.toString()).contains("100000000001", "AKIDx", "shown-once", "csk_x");
        String key = Files.readString(directory.resolve("data/master.key"));
        assertThat(out.toString()).doesNotContain(key.strip());
        assertThat(run("init", "--config", file)).isEqualTo(1);
        assertThat(err.toString()).contains("there is a tenant already");
        assertThat(directory.resolve("data/master.key")).hasContent(key.strip());
    }

    @Test
    void a_refused_init_leaves_no_master_key_behind() throws IOException {
        String file = config("store.directory: " + directory.resolve("data"));
        run("init", "--config", file);
        Files.delete(directory.resolve("data/master.key"));
        assertThat(run("init", "--config", file)).isEqualTo(1);
        assertThat(directory.resolve("data/master.key")).doesNotExist();
    }

    @Test
    void unlock_says_whether_there_was_anything_to_lift() throws IOException {
        String file = config("");
        assertThat(run("unlock", "--config", file, "--uin", "11", "--authenticator", "phone"))
                .isZero();
        assertThat(run("unlock", "--config", file, "--uin", "12", "--authenticator", "mail"))
                .isEqualTo(1);
        assertThat(run("unlock", "--config", file, "--uin", "11", "--authenticator", "totp"))
                .isZero();
        assertThat(run("unlock", "--config", file, "--uin", "12", "--authenticator", "fax"))
                .isEqualTo(2);
        assertThat(program.asked).containsExactly("unlock 11 phone", "unlock 12 mail", "unlock 11 totp");
        assertThat(err.toString()).contains("the mail of UIN 12 is not disabled");
    }

    @Test
    void an_invitation_is_shown_with_what_the_configuration_still_lacks() throws IOException {
        String bare = config("");
        assertThat(run("console", "invite", "ann", "--config", bare)).isZero();
        assertThat(out.toString())
                .contains("added the user ann", "101000000001", "One-time-7", "ABCD-EFGH")
                .contains("enabled: on", "owners: [101000000001]", "public-url: \"https://");
        assertThat(program.asked).containsExactly("invite Invitation[name=ann, tenant=Optional.empty, app=true]");
        String known = config(
                "challenge.public-url: https://mfa.example.com",
                "console.enabled: on",
                "console.auditors: [101000000001]");
        assertThat(run("console", "invite", "known", "--no-app", "--tenant", "7", "--config", known))
                .isZero();
        assertThat(out.toString().substring(out.toString().indexOf("gave the user known another password")))
                .contains("https://mfa.example.com/console", "auditor")
                .doesNotContain("enabled: on", "app");
        out.getBuffer().setLength(0);
        assertThat(run("console", "invite", "known", "--config", known)).isZero();
        assertThat(out.toString())
                .contains("the authenticator app that is set up already stays")
                .doesNotContain("administrator's code");
        assertThat(program.asked).contains("invite Invitation[name=known, tenant=Optional[7], app=false]");
        assertThat(run("console", "invite", "--config", bare)).isEqualTo(2);
        assertThat(run("console", "invite", "ann", "--tenant", "x", "--config", bare))
                .isEqualTo(2);
        assertThat(err.toString()).contains("NAME", "--tenant");
    }

    @Test
    void config_shows_values_and_where_they_come_from_but_no_secret() throws IOException {
        String file = config("behind-proxy: on", "master-key: env:KEY", "verification.countries: [852]");
        assertThat(run("config", "--config", file)).isZero();
        assertThat(out.toString())
                .containsPattern("master-key +=\\s+env:KEY +# .*:2")
                .containsPattern("verification.lifetime +=\\s+10m +# default")
                .doesNotContain("the-secret");
    }

    @Test
    void config_is_refused_whole() throws IOException {
        assertThat(run("config", "--config", config("a: 1", "b: 2"))).isEqualTo(1);
        assertThat(err.toString()).contains(":1: a is no key", ":2: b is no key");
    }

    @Test
    void sign_explains_a_request_from_a_file_or_a_pipe() throws IOException {
        String request = "POST /?a=%20 HTTP/1.1\r\nHost: h:1\r\nX-TC-Action: A\r\n\r\n{\"a\":\n1}";
        Path file = Files.writeString(directory.resolve("request.http"), request);
        assertThat(run("sign", "--secret", "env:KEY", file.toString())).isZero();
        assertThat(runPiped(request, "sign", "--secret", "env:KEY")).isZero();
        String expected = "POST|/|a=%20|h:1|{\"a\":\n1}|the-secret\n";
        assertThat(out).hasToString(expected + expected);
        assertThat(runPiped("", "sign", "--secret", "env:KEY")).isEqualTo(1);
        assertThat(runPiped("", "sign", "--secret", "the-secret")).isEqualTo(1);
        assertThat(err.toString()).doesNotContain("the-secret");
    }

    @Test
    void wait_returns_when_the_server_is_ready() throws IOException {
        try (HttpListener listener = new HttpListener(
                HttpConfig.plain("127.0.0.1", 0),
                List.of(new OpsSite(Optional::empty, Optional.empty())),
                EarlyRefusal.plain(),
                HttpMeter.none(),
                System::nanoTime)) {
            listener.start();
            assertThat(run("wait", "--endpoint", "http://127.0.0.1:" + listener.port()))
                    .isZero();
        }
    }

    @Test
    void wait_says_why_it_gave_up() throws IOException {
        try (HttpListener listener = new HttpListener(
                HttpConfig.plain("127.0.0.1", 0),
                List.of(new OpsSite(() -> Optional.of("the store does not answer"), Optional.empty())),
                EarlyRefusal.plain(),
                HttpMeter.none(),
                System::nanoTime)) {
            listener.start();
            assertThat(run("wait", "--ready", "100ms", "--endpoint", "http://127.0.0.1:" + listener.port()))
                    .isEqualTo(1);
        }
        assertThat(run("wait", "--ready", "1ms", "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(run("wait", "--ready", "1ms", "--endpoint", "nonsense")).isEqualTo(1);
        assertThat(run("wait", "--ready", "soon")).isEqualTo(2);
        assertThat(err.toString())
                .contains("the store does not answer", "nobody answers there", "within 1ms", "must be a duration");
    }

    @Test
    void version_is_one_line() {
        assertThat(run("version")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }
}
