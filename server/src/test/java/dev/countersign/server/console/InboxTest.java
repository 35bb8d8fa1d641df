package dev.countersign.server.console;

import static dev.countersign.server.console.ConsoleWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.server.console.inbox.Tool;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The inbox and its tools as a browser without scripts sees them, and the stream that a script listens to.
final class InboxTest {
    private static final String INBOX = "/console/inbox";
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}`";
    private static final Pattern NEWEST = Pattern.compile("data-newest=\"([^\"]*)\"");

    @TempDir
    static Path directory;

    private static ConsoleWorld world;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory.resolve("world"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void begin_with_the_first_world() {
        assertThat(world.client.send("POST", "/dev/reset", "").status()).isEqualTo(200);
    }

    private static String send(String channel, String to, String locale) {
        Answer answer = world.client.rest(
                "POST",
                "/v1/verifications",
                "{\"to\":\"" + to + "\",\"channel\":\"" + channel + "\",\"locale\":\"" + locale + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return world.client.newest(to.replace("+", ""), "code");
    }

    private static Answer use(Tool tool, String... namesAndValues) {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair("do", tool.word())));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(new Pair(namesAndValues[i], namesAndValues[i + 1]));
        }
        return world.post(INBOX, Form.write(pairs));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(world.get(header(answer, "Location")).text()).contains("id=\"done\"");
    }

    private static String newest() {
        Matcher found = NEWEST.matcher(world.get(INBOX).text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void messages_of_every_channel_are_shown_with_code_language_and_purpose() {
        String text = send("sms", "+85261230001", "zh-CN");
        String spoken = send("voice", "+85261230002", "en");
        String mail = send("email", "reader@example.com", "en");
        String page = world.get(INBOX).text();
        assertThat(page).contains(">" + text + "<", ">" + spoken + "<", ">" + mail + "<");
        assertThat(page).contains("+85261230001", "reader@example.com", "UCS-2", "login", "zh_CN", "calls, and says");
        assertThat(page).contains("lang=\"zh-CN\"").doesNotContain("No message yet");
    }

    @Test
    void a_message_leads_to_its_verification_and_says_where_that_stands() {
        Answer sent = world.client.rest("POST", "/v1/verifications", "{\"to\":\"+85261230013\"}");
        String id = sent.text("id");
        String code = world.client.newest("85261230013", "code");
        assertThat(world.get(INBOX).text())
                .contains("GetVerification?scheme=bearer&amp;p.id=" + id, "verification pending");
        assertThat(world.client
                        .rest("POST", "/v1/verifications/" + id + "/check", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(world.get(INBOX).text()).contains("verification redeemed");
        send("sms", "+85261230014", "en");
        world.client.advance("11m");
        assertThat(world.get(INBOX + "?to=85261230014").text()).contains("verification expired");
    }

    @Test
    void a_message_says_which_call_sent_it_and_leads_to_journal_and_action() {
        Outcome sent = world.client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61230021");
        String request = sent.text("RequestId");
        assertThat(world.client.newest("85261230021", "request")).isEqualTo(request);
        assertThat(world.client.newest("85261230021", "action")).isEqualTo("SendVerifyCode");
        String page = world.get(INBOX + "?to=85261230021").text();
        assertThat(page)
                .contains("<a href=\"/console/doctor?id=" + request + "\">" + request + "</a>")
                .containsPattern(
                        "<a href=\"/console/explorer/tencent/intlpartnersmgt/2022-09-28/SendVerifyCode\">SendVerifyCode</a>");
        assertThat(world.get("/console/doctor?id=" + request).text()).contains("Succeeded", "SendVerifyCode");

        Answer started = world.client.rest("POST", "/v1/verifications", "{\"to\":\"+85261230022\"}");
        assertThat(world.client.newest("85261230022", "verification")).isEqualTo(started.text("id"));
        assertThat(world.get(INBOX + "?to=85261230022").text())
                .contains(
                        "/console/explorer/rest/countersign/v1/StartVerification",
                        header(started, "X-Request-Id"),
                        ">" + started.text("id") + "</a>");
    }

    @Test
    void a_notice_says_which_call_it_tells_of() {
        world.client.send("PUT", "/dev/principals", "{\"uin\":4321,\"name\":\"told\",\"phone\":\"85261230023\"}");
        Answer withdrawn = world.client.rest("POST", "/v1/principals/4321/authenticators/phone/withdraw", "{}");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(world.client.newest("85261230023", "purpose")).startsWith("notice-");
        String action = world.client.newest("85261230023", "action");
        assertThat(world.get(INBOX + "?to=85261230023").text())
                .contains(
                        "/console/explorer/rest/countersign/v1/" + action,
                        "/console/doctor?id=" + world.client.newest("85261230023", "request"))
                .doesNotContain("p.id=");
    }

    @Test
    void a_mail_is_kept_as_it_would_be_sent() {
        send("email", "whole@example.com", "en");
        String code = world.client.newest("whole@example.com", "code");
        String html = world.client.newest("whole@example.com", "html");
        assertThat(world.client.newest("whole@example.com", "subject")).isEqualTo("Countersign");
        assertThat(html).startsWith("<!doctype html>").contains("<html lang=\"en\" dir=\"ltr\">", code);
        Matcher frame = Pattern.compile("<iframe[^>]* src=\"([^\"]+)\" sandbox=\"\"")
                .matcher(world.get(INBOX).text());
        assertThat(frame.find()).isTrue();
        Answer document = world.get(frame.group(1));
        assertThat(document.text()).isEqualTo(html);
        assertThat(header(document, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                        + " frame-ancestors 'self'; base-uri 'none'");
        assertThat(header(document, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        send("sms", "+85261230024", "en");
        String sms = world.client.newest("85261230024", "id");
        for (String none : List.of("/mail/" + sms, "/mail/gone", "/mail", "/mail/" + sms + "/more")) {
            assertThat(world.get(INBOX + none).status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void an_empty_inbox_says_what_to_do_next() {
        assertThat(world.get(INBOX).text()).contains("No message yet", "/console/explorer?q=SendVerifyCode");
        assertThat(world.get(INBOX, "Accept-Language", "zh").text()).contains("还没有消息");
    }

    @Test
    void the_address_says_whose_messages_are_shown() {
        send("sms", "+85261230003", "en");
        send("sms", "+85261230004", "en");
        for (String to : List.of("85261230003", "%2B852%206123%200003", "+85261230003")) {
            assertThat(world.get(INBOX + "?to=" + to).text())
                    .contains("id=\"letter-")
                    .contains("+85261230003")
                    .doesNotContain("85261230004");
        }
        assertThat(world.get(INBOX + "?channel=voice").text()).contains("Nothing for this filter");
        assertThat(world.get(INBOX + "?channel=nonsense").text()).contains("85261230004");
    }

    @Test
    void a_filter_that_is_neither_number_nor_address_says_so_and_stays() {
        String page = world.get(INBOX + "?to=" + Form.encoded(HOSTILE)).text();
        assertThat(page)
                .contains("Type the digits of a number", "aria-invalid=\"true\"", "&lt;script>")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void a_listener_is_told_of_what_comes_after_what_it_saw() throws Exception {
        send("sms", "+85261230005", "en");
        String seen = newest();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> everything = threads.submit(() -> world.get(INBOX + "/live?after=" + seen));
            Future<Answer> other = threads.submit(() -> world.get(INBOX + "/live?to=85261230007&after=" + seen));
            String code = send("sms", "+85261230006", "en");
            Answer told = everything.get();
            assertThat(header(told, "Content-Type")).isEqualTo("text/event-stream");
            assertThat(told.text())
                    .contains("event: letter\n", "id: " + newest(), "data: ", code, "85261230006")
                    .doesNotContain("85261230005");
            assertThat(world.get(INBOX + "/live?after=x", "Last-Event-ID", seen).text())
                    .contains("85261230006");
            send("sms", "+85261230007", "en");
            assertThat(other.get().text()).contains("85261230007").doesNotContain("85261230006");
        }
    }

    @Test
    void a_listener_whose_message_is_gone_is_told_to_read_anew() {
        send("sms", "+85261230008", "en");
        String seen = newest();
        done(use(Tool.CLEAR));
        assertThat(world.get(INBOX + "/live?after=" + seen).text()).startsWith("event: stale\n");
        assertThat(world.get(INBOX).text()).contains("No message yet");
    }

    @Test
    void only_so_many_listen_and_a_server_that_stops_lets_them_go() throws Exception {
        try (ConsoleWorld other = new ConsoleWorld(directory.resolve("other"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Integer> listeners = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < 65; i++) {
                listeners.submit(() -> other.get(INBOX + "/live").status());
            }
            assertThat(listeners.take().get()).isEqualTo(503);
            other.stop();
            for (int i = 0; i < 64; i++) {
                assertThat(listeners.take().get()).isEqualTo(200);
            }
        }
    }

    @Test
    void the_clock_is_advanced_set_and_brought_back() {
        done(use(Tool.CLOCK_SET, "at", "2031-02-03T04:05:06Z"));
        assertThat(world.get(INBOX).text()).contains("2031-02-03 04:0");
        done(use(Tool.CLOCK_ADVANCE, "span", "24h"));
        assertThat(world.get(INBOX).text()).contains("2031-02-04 04:0");
        done(use(Tool.CLOCK_ADVANCE, "by", "7d", "span", ""));
        assertThat(world.get(INBOX).text()).contains("2031-02-11 04:0").doesNotContain("Real time");
        done(use(Tool.CLOCK_BACK));
        assertThat(world.get(INBOX).text()).contains("Real time");
    }

    @Test
    void a_fault_is_chosen_strikes_and_is_taken_away() {
        done(use(
                Tool.FAULT_ADD,
                "action",
                "SendVerifyCode",
                "for",
                "85261230009",
                "kind",
                "code",
                "value",
                "FailedOperation.SendVerifyCodeLimit",
                "times",
                "0"));
        assertThat(world.get(INBOX).text())
                .contains(
                        "SendVerifyCode, 85261230009",
                        "Refused with a code",
                        ">FailedOperation.SendVerifyCodeLimit<",
                        "every time");
        assertThat(world.client
                        .call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61230009")
                        .code())
                .isEqualTo("FailedOperation.SendVerifyCodeLimit");
        for (String kind : List.of(
                "delay",
                "drop",
                "carrier-error",
                "carrier-reject",
                "receipt-undelivered",
                "receipt-lost",
                "receipt-late")) {
            done(use(Tool.FAULT_ADD, "kind", kind, "value", kind.equals("delay") ? "2s" : "", "times", ""));
        }
        assertThat(world.get(INBOX).text())
                .contains(
                        ">2s</span>",
                        "<span class=\"fine\">Held back",
                        "<span class=\"fine\">Connection dropped",
                        "<span class=\"fine\">Carrier fails",
                        "<span class=\"fine\">Carrier rejects the number",
                        "<span class=\"fine\">Receipt: not delivered",
                        "<span class=\"fine\">Receipt never comes",
                        "<span class=\"fine\">Receipt comes late");
        Matcher id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"")
                .matcher(world.get(INBOX).text());
        assertThat(id.find()).isTrue();
        done(use(Tool.FAULT_REMOVE, "id", id.group(1)));
        assertThat(world.get(INBOX).text()).doesNotContain("85261230009");
        done(use(Tool.FAULT_CLEAR));
        assertThat(world.get(INBOX).text()).contains("No call fails on purpose");
    }

    @Test
    void a_test_number_is_saved_and_taken_away() {
        done(use(Tool.NUMBER_PUT, "number", "+852 6123 0010", "code", "246810", "until", ""));
        assertThat(world.get(INBOX).text()).contains("85261230010", "246810");
        done(use(Tool.NUMBER_REMOVE, "number", "85261230010"));
        assertThat(world.get(INBOX).text()).doesNotContain("246810");
    }

    @Test
    void a_world_is_saved_restored_and_reset() {
        send("sms", "+85261230011", "en");
        Set<String> before = snapshots();
        done(use(Tool.SNAPSHOT_SAVE));
        Set<String> saved = snapshots();
        saved.removeAll(before);
        assertThat(saved).hasSize(1);
        assertThat(use(Tool.RESET).status()).isEqualTo(422);
        assertThat(world.get(INBOX).text()).contains("85261230011");
        done(use(Tool.RESET, "sure", "yes"));
        assertThat(world.get(INBOX).text()).doesNotContain("85261230011");
        done(use(Tool.SNAPSHOT_RESTORE, "id", saved.iterator().next()));
        assertThat(world.get(INBOX).text()).contains("85261230011");
        assertThat(use(Tool.SNAPSHOT_RESTORE, "id", "gone").status()).isEqualTo(422);
    }

    private static Set<String> snapshots() {
        return Pattern.compile("Restore: ([A-Za-z0-9-]+)\"")
                .matcher(world.get(INBOX).text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOCK_ADVANCE, span, 3 parsecs",
        "CLOCK_SET, at, tomorrow",
        "FAULT_ADD, action, SendVerifyCod",
        "FAULT_ADD, for, nobody",
        "FAULT_ADD, value, Nonsense.Code",
        "FAULT_ADD, times, many",
        "NUMBER_PUT, number, nobody",
        "NUMBER_PUT, code, 1",
        "NUMBER_PUT, until, 2001-01-01T00:00:00Z"
    })
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(Tool tool, String field, String typed) {
        List<String> form = new ArrayList<>(
                switch (tool) {
                    case FAULT_ADD -> List.of("kind", "code", "value", "FailedOperation.SendVerifyCodeLimit");
                    case NUMBER_PUT -> List.of("number", "85261230012", "code", "123456");
                    default -> List.<String>of();
                });
        int at = form.indexOf(field);
        if (at >= 0) {
            form.set(at + 1, typed);
        } else {
            form.addAll(List.of(field, typed));
        }
        Answer answer = use(tool, form.toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(422);
        String id = tool.word() + "-" + field;
        assertThat(answer.text())
                .contains("id=\"" + id + "-wrong\"")
                .containsPattern("<input[^>]*id=\"" + id + "\"[^>]*value=\"" + Pattern.quote(typed)
                        + "\"[^>]*aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOCK_ADVANCE | span | 3 parsecs | 请输入时长",
                "CLOCK_ADVANCE | span | 99999999d | 2000 至 2200",
                "CLOCK_SET | at | tomorrow | 请输入时间",
                "FAULT_ADD | action | SendVerifyCod | 您是指 “SendVerifyCode” 吗",
                "FAULT_ADD | action | Xyzzy | 输入框会列出全部接口",
                "FAULT_ADD | for | nobody | 请输入带国家码的号码",
                "FAULT_ADD | value | '' | 请输入调用被拒绝时返回的错误码",
                "FAULT_ADD | value | Nonsense.Code | 没有接口会返回",
                "FAULT_ADD | value | FailedOperation.SendVerifyCodeLimi | 您是指",
                "FAULT_ADD | times | many | 请输入整数",
                "FAULT_ADD | times | 1000001 | 请输入 1 至 1000000",
                "NUMBER_PUT | number | '' | 请填写此项",
                "NUMBER_PUT | number | nobody | 以国家码开头",
                "NUMBER_PUT | code | 1 | 请输入 6 位数字",
                "NUMBER_PUT | until | 2001-01-01T00:00:00Z | 晚于虚拟时钟",
                "RESET | sure | '' | 请先勾选"
            })
    void what_is_wrong_is_said_in_the_language_of_the_page(Tool tool, String field, String typed, String said) {
        Map<String, String> form = new LinkedHashMap<>(
                switch (tool) {
                    case FAULT_ADD -> Map.of("kind", "code", "value", "FailedOperation.SendVerifyCodeLimit");
                    case NUMBER_PUT -> Map.of("number", "85261230012", "code", "123456");
                    default -> Map.<String, String>of();
                });
        form.put(field, typed);
        Matcher wrong = wrongs(chinese(tool, form));
        assertThat(wrong.find()).isTrue();
        assertThat(wrong.group(1)).isEqualTo(tool.word() + "-" + field + "-wrong");
        assertThat(wrong.group(2)).contains(said);
        assertThat(wrong.find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "delay, 0s, value, 时长须大于零",
        "delay, soon, value, 请输入时长",
        "carrier-error, '', action, 请留空",
        "receipt-lost, '', action, 请留空",
        "code, Nonsense.Code, value, SendVerifyCode 从不返回",
        "code, FailedOperation.SendVerifyCodeLimi, value, 您是指 “FailedOperation.SendVerifyCodeLimit” 吗"
    })
    void a_fault_that_can_not_be_is_refused_in_the_language_of_the_page(
            String kind, String value, String field, String said) {
        Matcher wrong =
                wrongs(chinese(Tool.FAULT_ADD, Map.of("action", "SendVerifyCode", "kind", kind, "value", value)));
        assertThat(wrong.find()).isTrue();
        assertThat(wrong.group(1)).isEqualTo("fault-add-" + field + "-wrong");
        assertThat(wrong.group(2)).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"FAULT_REMOVE, id, fault-99999", "NUMBER_REMOVE, number, 85261230099", "SNAPSHOT_RESTORE, id, gone"})
    void what_is_gone_is_said_once_even_where_its_list_is_empty(Tool tool, String field, String typed) {
        for (int each = 0; each < 2; each++) {
            Matcher wrong = wrongs(chinese(tool, Map.of(field, typed)));
            assertThat(wrong.find()).isTrue();
            assertThat(wrong.group(1)).isEqualTo(tool.word() + "-wrong");
            assertThat(wrong.group(2)).contains("已不存在");
            assertThat(wrong.find()).isFalse();
            done(use(Tool.FAULT_ADD, "kind", "drop"));
            done(use(Tool.FAULT_ADD, "kind", "drop"));
            done(use(Tool.NUMBER_PUT, "number", "85261230025", "code", "123456"));
            done(use(Tool.NUMBER_PUT, "number", "85261230026", "code", "123456"));
        }
    }

    private static String chinese(Tool tool, Map<String, String> form) {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair("do", tool.word())));
        form.forEach((name, value) -> pairs.add(new Pair(name, value)));
        Answer answer = world.client.send(
                "POST",
                INBOX,
                Form.write(pairs),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                world.base(),
                "Accept-Language",
                "zh");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.text();
    }

    /// The ids and texts of what is said to be wrong.
    private static Matcher wrongs(String page) {
        return Pattern.compile("<(?:span|p) class=\"(?:wrong|alert bad)\"[^>]* id=\"([^\"]+)\">([^<]*)<")
                .matcher(page);
    }

    @Test
    void nothing_that_is_typed_into_a_tool_becomes_markup() {
        for (Tool tool : Tool.values()) {
            for (String field :
                    List.of("span", "at", "action", "for", "value", "times", "number", "code", "until", "id")) {
                String page =
                        use(tool, field, HOSTILE, "kind", "code", "to", HOSTILE).text();
                assertThat(page).as(tool + " " + field).doesNotContain("<script>alert", "<img src=x");
            }
        }
    }

    @Test
    void a_rebound_name_and_a_foreign_page_get_nothing() throws IOException {
        String host = "Host: " + world.base().substring("http://".length());
        for (String path : List.of(INBOX, INBOX + "/live")) {
            assertThat(world.raw("GET " + path + " HTTP/1.1", "Host: evil.example"))
                    .contains(" 403 ");
            assertThat(world.raw("GET " + path + " HTTP/1.1", host, "Origin: https://evil.example"))
                    .contains(" 403 ");
        }
        for (String origin : List.of("Origin: https://evil.example", "Origin: null", "X-None: here")) {
            assertThat(world.raw("POST " + INBOX + "?do=reset HTTP/1.1", host, origin, "Content-Length: 0"))
                    .as(origin)
                    .contains(" 403 ");
        }
        assertThat(world.get(INBOX + "?do=clear").status()).isEqualTo(200);
        assertThat(world.get(INBOX + "/nowhere").status()).isEqualTo(404);
    }
}
