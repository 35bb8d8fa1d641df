package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What principals prove themselves with, over our own API, with the inbox and the clock of a dev world.
class AuthenticatorsTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String ROOT = "100000000001";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String number() {
        return "852" + (62_000_000 + NUMBERS.incrementAndGet());
    }

    /// A user of tenant `dev` with these members: `,'phone':'85261112222','wechat':true`.
    private static String user(String members) {
        String uin = Integer.toString(5_000 + NUMBERS.incrementAndGet());
        ok(client.send("PUT", "/dev/principals", "{'uin':".replace('\'', '"') + uin + json(members) + "}"), 200);
        return uin;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    private static String path(String uin) {
        return "/v1/principals/" + uin + "/authenticators";
    }

    private static Answer get(String uin) {
        return client.rest("GET", path(uin), "");
    }

    private static Answer post(String uin, String rest, String body, String... headers) {
        return client.rest("POST", path(uin) + rest, json(body), headers);
    }

    private static Answer change(String uin, String kind, String to) {
        return post(uin, "/changes", "{'kind':'" + kind + "','to':'" + to + "'}");
    }

    private static Answer confirm(String uin, Answer started, String code, String current) {
        String body = "{'code':'" + code + "'" + (current.isEmpty() ? "" : ",'currentCode':'" + current + "'") + "}";
        return post(uin, "/changes/" + started.text("id") + "/confirm", body);
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:" + code);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static String member(Answer answer, String outer, String inner) {
        Value value = ((Value.Fields) answer.body()).fields().get(outer);
        if (value instanceof Value.Fields fields && fields.fields().get(inner) instanceof Value.Text text) {
            return text.text();
        }
        return value instanceof Value.Fields fields
                ? String.valueOf(fields.fields().get(inner))
                : String.valueOf(value);
    }

    private static void device(String uin) {
        ok(client.send("PUT", "/dev/authenticators", json("{'uin':" + uin + ",'totp':'" + SECRET + "'}")), 200);
    }

    private static String shown(String secret) {
        return Totp.code(secret, client.now());
    }

    /// The text of the newest message to a number or address, once it is a notice.
    private static String notice(String to) {
        // The id first: a notice that comes in between is then found by its purpose, and not waited past.
        String known = client.newest(to, "id");
        String newest = client.newest(to, "purpose").startsWith("notice-") ? "" : known;
        Answer answer = client.send(
                "GET", "/dev/messages?wait=20s&to=" + to + (newest.isEmpty() ? "" : "&after=" + newest), "");
        if (!newest.isEmpty()) {
            assertThat(answer.text()).contains("\"purpose\":\"notice-");
        }
        return client.newest(to, "text");
    }

    @Test
    void a_first_number_takes_its_code_alone() {
        String uin = user("");
        assertThat(ok(get(uin), 200).text()).isEqualTo("{\"uin\":" + uin + "}");
        String to = number();
        Answer started = ok(change(uin, "phone", "+" + to), 201);
        assertThat(started.text("to")).isEqualTo("+852******" + to.substring(to.length() - 2));
        assertThat(started.text()).contains("\"current\":null").doesNotContain(to.substring(3));
        assertThat(client.newest(to, "text")).contains("It confirms: phone: +852******");

        Answer made = ok(confirm(uin, started, client.code(to), ""), 200);
        assertThat(made.text("status")).isEqualTo("confirmed");
        assertThat(made.text("coolOffUntil")).isEmpty();
        Answer has = get(uin);
        assertThat(member(has, "phone", "to")).isEqualTo(started.text("to"));
        assertThat(has.text()).doesNotContain("coolOffUntil").doesNotContain(to.substring(3));
        problem(confirm(uin, started, client.code(to), ""), 422, "change-ended");
        problem(change(uin, "phone", "+" + to), 409, "already-bound");
    }

    @Test
    void a_number_is_changed_by_the_old_one_and_operations_are_held_back_for_a_day() {
        String old = number();
        String fresh = number();
        String uin = user(",'phone':'" + old + "'");
        protect(uin, "Phone");
        Answer started = ok(change(uin, "phone", "+" + fresh), 201);
        assertThat(member(started, "current", "by")).isEqualTo("phone");
        assertThat(member(started, "current", "to")).isEqualTo("+852******" + old.substring(old.length() - 2));
        String code = client.code(fresh);
        String current = client.code(old);

        problem(
                post(uin, "/changes/" + started.text("id") + "/confirm", "{'code':'" + code + "'}"),
                400,
                "parameter-missing");
        Answer first = confirm(uin, started, wrong(code), current);
        problem(first, 422, "code-not-accepted");
        assertThat(first.text("triesLeft")).isEqualTo("4");
        Answer second = confirm(uin, started, code, wrong(current));
        problem(second, 422, "current-code-not-accepted");
        assertThat(second.text("triesLeft")).isEqualTo("4");
        ok(operation(uin), 200);

        Answer made = ok(confirm(uin, started, code, current), 200);
        assertThat(made.text("coolOffUntil")).isNotEmpty();
        assertThat(notice(old)).contains("was replaced by another");
        assertThat(client.messages(fresh)).isEqualTo(1);
        assertThat(get(uin).text("coolOffUntil")).isEqualTo(made.text("coolOffUntil"));
        Answer held = operation(uin);
        problem(held, 429, "cooling-off");
        assertThat(held.headers().get("retry-after")).isNotEmpty();
        client.advance("23h");
        problem(operation(uin), 429, "cooling-off");
        client.advance("61m");
        ok(operation(uin), 200);
        assertThat(get(uin).text()).doesNotContain("coolOffUntil");
    }

    private static void protect(String uin, String operation) {
        ok(client.send("PUT", "/dev/protection", json("{'uin':" + uin + ",'operation':'" + operation + "'}")), 200);
    }

    private static Answer operation(String uin) {
        return client.rest(
                "POST",
                "/v1/challenges",
                json("{'principal':" + uin + ",'kind':'operation','nonce':'n','returnTo':'" + server.endpoint()
                        + "/dev/returned','operation':{'name':'pay','fields':[{'name':'amount','value':'1'}]}}"));
    }

    @Test
    void an_address_is_changed_by_the_device_where_there_is_one() {
        String number = Integer.toString(NUMBERS.incrementAndGet());
        String uin = user(",'mail':'old-" + number + "@example.com'");
        device(uin);
        String fresh = "new-" + number + "@example.com";
        Answer started = ok(change(uin, "mail", fresh), 201);
        assertThat(started.text("to")).isEqualTo("n***@example.com");
        assertThat(member(started, "current", "by")).isEqualTo("totp");
        String code = client.code(fresh);
        problem(confirm(uin, started, code, Totp.wrong(SECRET, client.now())), 422, "current-code-not-accepted");
        ok(confirm(uin, started, code, shown(SECRET)), 200);
        assertThat(notice("old-" + number + "@example.com")).contains("was replaced by another");
    }

    @Test
    void a_change_and_its_codes_end_after_ten_minutes() {
        String uin = user("");
        String to = number();
        Answer started = ok(change(uin, "phone", "+" + to), 201);
        String code = client.code(to);
        client.advance("10m");
        Answer late = confirm(uin, started, code, "");
        problem(late, 422, "change-ended");
        assertThat(late.text("changeStatus")).isEqualTo("expired");
    }

    @Test
    void another_change_of_the_kind_takes_the_place_of_the_first_and_the_same_sends_again() {
        String uin = user("");
        String one = number();
        Answer first = ok(change(uin, "phone", "+" + one), 201);
        problem(change(uin, "phone", "+" + one), 429, "resend-too-soon");
        client.advance("61s");
        Answer again = ok(change(uin, "phone", "+" + one), 201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        String two = number();
        Answer second = ok(change(uin, "phone", "+" + two), 201);
        Answer ended = confirm(uin, first, client.code(one), "");
        problem(ended, 422, "change-ended");
        assertThat(ended.text("changeStatus")).isEqualTo("replaced");
        ok(confirm(uin, second, client.code(two), ""), 200);
    }

    @Test
    void repeats_with_a_key_are_answered_as_the_first() {
        String uin = user("");
        String to = number();
        String body = "{'kind':'phone','to':'+" + to + "'}";
        Answer first = ok(post(uin, "/changes", body, "Idempotency-Key", "start-" + uin), 201);
        assertThat(post(uin, "/changes", body, "Idempotency-Key", "start-" + uin)
                        .text())
                .isEqualTo(first.text());
        String code = "{'code':'" + client.code(to) + "'}";
        String confirm = "/changes/" + first.text("id") + "/confirm";
        Answer made = ok(post(uin, confirm, code, "Idempotency-Key", "confirm-" + uin), 200);
        assertThat(post(uin, confirm, code, "Idempotency-Key", "confirm-" + uin).text())
                .isEqualTo(made.text());
        Answer administrators = ok(post(uin, "/codes", "{}", "Idempotency-Key", "code-" + uin), 201);
        assertThat(post(uin, "/codes", "{}", "Idempotency-Key", "code-" + uin).text())
                .isEqualTo(administrators.text());
        assertThat(post(uin, "/changes", body, "Idempotency-Key", "code-" + uin).text("type"))
                .isEqualTo("urn:countersign:problem:idempotency-key-reused");
    }

    @Test
    void a_first_device_is_allowed_by_a_code_to_what_is_bound() {
        String phone = number();
        String uin = user(",'phone':'" + phone + "'");
        Answer sent = ok(post(uin, "/totp", "{}"), 200);
        assertThat(sent.text("status")).isEqualTo("code-sent");
        assertThat(sent.text("to")).startsWith("+852******");
        String permission = "{'permission':'" + sent.text("permission") + "','code':'";
        String code = client.code(phone);
        problem(post(uin, "/totp", permission + wrong(code) + "'}"), 422, "code-not-accepted");
        problem(post(user(""), "/totp", permission + code + "'}"), 422, "code-not-accepted");
        Answer begun = ok(post(uin, "/totp", permission + code + "'}"), 200);
        assertThat(begun.text("status")).isEqualTo("begun");
        String secret = begun.text("secret");
        assertThat(begun.text("uri")).contains("secret=" + secret);
        problem(post(uin, "/totp", permission + code + "'}"), 422, "code-not-accepted");

        problem(
                post(uin, "/totp/confirm", "{'code':'" + Totp.wrong(secret, client.now()) + "'}"),
                422,
                "code-not-accepted");
        Answer has = ok(post(uin, "/totp/confirm", "{'code':'" + shown(secret) + "'}"), 200);
        assertThat(member(has, "totp", "since")).isNotEmpty();
        assertThat(has.text()).doesNotContain(secret);
        problem(post(uin, "/totp", "{}"), 409, "device-present");
    }

    @Test
    void who_has_nothing_bound_enrols_by_an_administrators_code() {
        String uin = user("");
        problem(post(uin, "/totp", "{}"), 409, "nowhere-to-send");
        String code = ok(post(uin, "/codes", "{}"), 201).text("code");
        problem(post(user(""), "/totp", "{'administratorCode':'" + code + "'}"), 422, "code-not-accepted");
        Answer begun = ok(post(uin, "/totp", "{'administratorCode':'" + code + "'}"), 200);
        ok(post(uin, "/totp/confirm", "{'code':'" + shown(begun.text("secret")) + "'}"), 200);
        problem(post(uin, "/totp", "{'administratorCode':'" + code + "'}"), 409, "device-present");
    }

    @Test
    void a_device_gives_way_to_another_and_goes_only_by_its_own_code() {
        String uin = user("");
        device(uin);
        problem(
                post(uin, "/totp", "{'deviceCode':'" + Totp.wrong(SECRET, client.now()) + "'}"),
                422,
                "code-not-accepted");
        Answer begun = ok(post(uin, "/totp", "{'deviceCode':'" + shown(SECRET) + "'}"), 200);
        ok(post(uin, "/totp/confirm", "{'code':'" + shown(begun.text("secret")) + "'}"), 200);
        client.advance("60s");
        problem(post(uin, "/totp/withdraw", "{}"), 400, "parameter-missing");
        problem(post(uin, "/totp/withdraw", "{'code':'" + shown(SECRET) + "'}"), 422, "code-not-accepted");
        protect(uin, "Stoken");
        String code = "{'code':'" + shown(begun.text("secret")) + "'}";
        Answer guarded = post(uin, "/totp/withdraw", code);
        problem(guarded, 409, "factor-guards");
        assertThat(guarded.text("method")).isEqualTo("Stoken");
        protect(uin, "None");
        ok(post(uin, "/totp/withdraw", code), 200);
        assertThat(get(uin).text()).isEqualTo("{\"uin\":" + uin + "}");
    }

    @Test
    void what_an_administrator_takes_away_is_told_and_cools_off() {
        String phone = number();
        String uin = user(",'phone':'" + phone + "','wechat':true");
        protect(uin, "Phone");
        Answer guarded = post(uin, "/phone/withdraw", "{}");
        problem(guarded, 409, "factor-guards");
        assertThat(guarded.text("method")).isEqualTo("Phone");
        protect(uin, "None");
        problem(post(uin, "/mail/withdraw", "{}"), 409, "not-bound");
        Answer left = ok(post(uin, "/phone/withdraw", "{'locale':'zh-CN'}"), 200);
        assertThat(left.text()).contains("\"wechat\":").doesNotContain("\"phone\":");
        assertThat(left.text("coolOffUntil")).isNotEmpty();
        assertThat(notice(phone)).contains("管理员已移除");
        ok(post(uin, "/wechat/withdraw", "{}"), 200);
        problem(post(uin, "/fax/withdraw", "{}"), 404, "authenticator-unknown");
        problem(post(uin, "/enrolment/withdraw", "{}"), 404, "authenticator-unknown");
    }

    @Test
    void failures_are_told_and_lifted() {
        String uin = user("");
        device(uin);
        problem(post(uin, "/totp/unlock", "{}"), 409, "nothing-to-lift");
        for (int n = 0; n < 10; n++) {
            problem(
                    post(uin, "/totp/withdraw", "{'code':'" + Totp.wrong(SECRET, client.now()) + "'}"),
                    422,
                    "code-not-accepted");
        }
        Answer waits = get(uin);
        assertThat(member(waits, "totp", "waitsUntil")).startsWith("20");
        problem(post(uin, "/totp/withdraw", "{'code':'" + shown(SECRET) + "'}"), 422, "code-not-accepted");
        assertThat(ok(post(uin, "/totp/unlock", "{}"), 200).text()).doesNotContain("waitsUntil");
        ok(post(uin, "/totp/withdraw", "{'code':'" + shown(SECRET) + "'}"), 200);
        problem(post(uin, "/fax/unlock", "{}"), 404, "authenticator-unknown");
    }

    @Test
    void nobody_makes_a_code_lifts_or_takes_away_for_itself() {
        for (String call : List.of("/codes", "/phone/unlock", "/phone/withdraw")) {
            problem(post(ROOT, call, "{}"), 403, "own-principal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "100000000002", "0", "-1"})
    void a_principal_that_is_nobody_or_anothers_is_unknown_to_every_call(String uin) {
        String known = user("");
        Answer change = ok(change(known, "phone", "+" + number()), 201);
        List<Answer> answers = List.of(
                get(uin),
                change(uin, "phone", "+" + number()),
                confirm(uin, change, "123456", "123456"),
                post(uin, "/totp", "{}"),
                post(uin, "/totp", "{'administratorCode':'ABCD-EFGH-JKLM-NPQR'}"),
                post(uin, "/totp", "{'deviceCode':'123456'}"),
                post(uin, "/totp/confirm", "{'code':'123456'}"),
                post(uin, "/codes", "{}"),
                post(uin, "/phone/unlock", "{}"),
                post(uin, "/phone/withdraw", "{}"),
                post(uin, "/totp/withdraw", "{'code':'123456'}"));
        answers.forEach(answer -> problem(answer, 404, "principal-unknown"));
        assertThat(answers.stream()
                        .map(answer -> answer.text().replaceAll("urn:uuid:[^\"]*", ""))
                        .distinct())
                .hasSize(1);
        problem(confirm(user(""), change, "123456", ""), 404, "change-unknown");
    }

    @Test
    void what_can_not_be_is_refused_by_name() {
        String uin = user("");
        problem(change(uin, "mail", "+" + number()), 400, "parameter-invalid");
        problem(change(uin, "fax", "+" + number()), 400, "parameter-invalid");
        problem(change(uin, "phone", "not a number"), 422, "destination-invalid");
        problem(
                post(uin, "/changes", "{'kind':'phone','to':'+" + number() + "','channel':'email'}"),
                400,
                "parameter-invalid");
        problem(post(uin, "/totp", "{'code':'123456'}"), 400, "parameter-missing");
        problem(post(uin, "/totp", "{'deviceCode':'123456','administratorCode':'X'}"), 400, "parameter-invalid");
        problem(post(uin, "/changes/nonsense/confirm", "{'code':'1'}"), 404, "change-unknown");
    }
}
