package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our own API against a running server: for teams that use neither cloud.
class OwnApiTest {
    private static final String START = "/v1/verifications";

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;
    private static final AtomicInteger NUMBERS = new AtomicInteger(66_000_000);

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

    private static String fresh() {
        return "852" + NUMBERS.incrementAndGet();
    }

    private static Answer issue(String to, String... headers) {
        return client.rest("POST", START, "{\"to\":\"+" + to + "\",\"purpose\":\"login\"}", headers);
    }

    private static Answer check(String id, String code, String... headers) {
        return client.rest("POST", START + "/" + id + "/check", "{\"code\":\"" + code + "\"}", headers);
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void a_code_is_sent_and_checked_exactly_once() {
        String to = fresh();
        Answer started = issue(to);
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.text("status")).isEqualTo("pending");
        assertThat(started.text("to")).doesNotContain(to.substring(3)).contains("852");
        assertThat(started.text()).doesNotContain(client.code(to));

        Answer checked = check(started.text("id"), client.code(to));
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.text("status")).isEqualTo("redeemed");
        Answer again = check(started.text("id"), client.code(to));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("type")).isEqualTo("urn:countersign:problem:code-not-accepted");
        assertThat(client.rest("GET", START + "/" + started.text("id"), "").text("status"))
                .isEqualTo("redeemed");
    }

    @Test
    void a_mail_address_gets_a_mail() {
        Answer started = client.rest("POST", START, "{\"to\":\"Someone@Example.com\",\"locale\":\"zh-CN\"}");
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.text("channel")).isEqualTo("email");
        assertThat(client.newest("someone@example.com", "channel")).isEqualTo("email");
        assertThat(client.newest("someone@example.com", "text")).contains("验证码");
    }

    @Test
    void too_soon_says_which_limit_and_when_to_retry() {
        String to = fresh();
        assertThat(issue(to).status()).isEqualTo(201);
        Answer refused = issue(to);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().get("content-type")).containsExactly("application/problem+json");
        assertThat(refused.text("type")).isEqualTo("urn:countersign:problem:resend-too-soon");
        int seconds = Integer.parseInt(refused.headers().get("retry-after").getFirst());
        assertThat(seconds).isBetween(1, 60);
        assertThat(refused.text("retryAfterSeconds")).isEqualTo(Integer.toString(seconds));
        client.advance(seconds + "s");
        assertThat(issue(to).status()).isEqualTo(201);
    }

    @Test
    void too_many_names_the_ceiling() {
        String to = fresh();
        for (int i = 0; i < 5; i++) {
            assertThat(issue(to).status()).isEqualTo(201);
            client.advance("61s");
        }
        Answer refused = issue(to);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("limit")).isEqualTo("destination-per-hour");
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left() {
        String to = fresh();
        Answer started = issue(to);
        String code = client.code(to);
        for (int left = 4; left >= 0; left--) {
            Answer refused = check(started.text("id"), other(code));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("triesLeft")).isEqualTo(Integer.toString(left));
        }
        assertThat(check(started.text("id"), code).status()).isEqualTo(422);
        assertThat(client.rest("GET", START + "/" + started.text("id"), "").text("status"))
                .isEqualTo("failed");
    }

    @Test
    void an_idempotency_key_replays_the_first_answer_and_sends_once() {
        String to = fresh();
        Answer first = issue(to, "Idempotency-Key", "k-" + to);
        Answer again = issue(to, "Idempotency-Key", "k-" + to);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        client.code(to);
        Answer different = client.rest("POST", START, "{\"to\":\"+" + fresh() + "\"}", "Idempotency-Key", "k-" + to);
        assertThat(different.status()).isEqualTo(422);
        assertThat(client.messages(to)).isOne();

        Answer checked = check(first.text("id"), client.code(to), "Idempotency-Key", "c-" + to);
        Answer replayed = check(first.text("id"), client.code(to), "Idempotency-Key", "c-" + to);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(replayed.text()).isEqualTo(checked.text());
    }

    @Test
    void nothing_is_kept_for_a_refused_request() {
        String to = fresh();
        Answer started = issue(to);
        String code = client.code(to);
        assertThat(check(started.text("id"), other(code), "Idempotency-Key", "r-" + to)
                        .status())
                .isEqualTo(422);
        assertThat(check(started.text("id"), code, "Idempotency-Key", "r-" + to).status())
                .as("the key was not used up by the refusal")
                .isEqualTo(200);
    }

    @Test
    void a_key_is_needed_and_must_be_known() {
        Answer none = client.send("POST", START, "{\"to\":\"+85266999999\"}");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.headers()).containsKey("www-authenticate");
        Answer unknown = client.send("POST", START, "{\"to\":\"+85266999999\"}", "Authorization", "Bearer csk_nobody");
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void what_it_offers_is_described_without_a_key() {
        Answer described = client.send("GET", "/v1/openapi.json", "");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.text("openapi")).startsWith("3.1");
    }

    @Test
    void a_foreign_page_and_a_rebound_name_are_kept_out() {
        Answer foreign = client.rest("POST", START, "{\"to\":\"+85266999998\"}", "Origin", "https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(client.messages("85266999998")).isZero();
    }

    @Test
    void a_principal_has_a_budget_of_its_own_and_must_exist() {
        String to = fresh();
        String about = "{\"to\":\"+" + to + "\",\"principal\":%s}";
        assertThat(client.rest("POST", START, about.formatted("4711")).text("type"))
                .isEqualTo("urn:countersign:problem:principal-unknown");
        assertThat(issue(to).status()).isEqualTo(201);
        assertThat(client.rest("POST", START, about.formatted("100000000012")).status())
                .as("a registration form can't silence somebody's login codes")
                .isEqualTo(201);
    }
}
