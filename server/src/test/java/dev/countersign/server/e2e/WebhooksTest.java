package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.server.e2e.Receiver.Posted;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.Bytes;
import dev.countersign.webhook.Dispatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Webhooks from the change to a real receiver, in a dev world.
@Timeout(120)
class WebhooksTest {
    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver(0);
        serve();
    }

    private void serve() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    private void stopServing() {
        client.close();
        server.close();
    }

    @AfterEach
    void stop() {
        receiver.close();
        stopServing();
    }

    @Test
    void a_receiver_is_told_by_whom_and_what_and_never_a_code_or_number() throws Exception {
        String secret = put("told", "/told").text("secret");
        String id = sends("+85261234001");
        String code = client.nextCode("+85261234001");
        assertThat(client.rest("POST", "/v1/verifications/" + id + "/check", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(200);
        List<Posted> posts = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            posts.add(receiver.next("/told"));
        }

        assertThat(posts.stream().map(post -> post.text("type")))
                .containsExactlyInAnyOrder(
                        "dev.countersign.verification.issued",
                        "dev.countersign.message.handed",
                        "dev.countersign.message.delivered",
                        "dev.countersign.verification.redeemed");
        for (Posted post : posts) {
            assertThat(post.verifies(secret)).isTrue();
            assertThat(post.type()).startsWith("application/cloudevents+json");
            assertThat(post.text("specversion")).isEqualTo("1.0");
            assertThat(post.text("id")).isEqualTo(post.id());
            assertThat(post.text("source")).isEqualTo("/tenants/100000000001");
            assertThat(Instant.parse(post.text("time"))).isBefore(client.now().plusSeconds(60));
            assertThat(Long.parseLong(post.timestamp()))
                    .isBetween(client.now().getEpochSecond() - 60, client.now().getEpochSecond() + 60);
            assertThat(post.text()).contains("+852******01").doesNotContain("61234001", code);
            assertThat(post.text()).contains("\"verification\":\"" + id + "\"");
        }
        assertThat(posts.stream().map(Posted::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_forged_or_changed_post_does_not_verify() throws Exception {
        String secret = put("one", "/one").text("secret");
        String other = put("two", "/two").text("secret");
        sends("+85261234002");
        Posted post = receiver.next("/one");

        assertThat(post.verifies(secret)).isTrue();
        assertThat(post.verifies(other)).isFalse();
        Bytes changed = Bytes.utf8(post.text().replace("login", "Login"));
        assertThat(new Posted(post.id(), post.timestamp(), post.signature(), post.type(), changed).verifies(secret))
                .isFalse();
        assertThat(new Posted(post.id(), "1", post.signature(), post.type(), post.body()).verifies(secret))
                .isFalse();
    }

    @Test
    void the_key_before_signs_beside_the_fresh_one_for_a_day() throws Exception {
        String first = put("one", "/one", "dev.countersign.verification.issued").text("secret");
        assertThat(client.rest("GET", "/v1/webhooks/one", "").text("secret")).isEmpty();
        Answer rotated = client.rest("POST", "/v1/webhooks/one/rotate", "", "Idempotency-Key", "k-1");
        String second = rotated.text("secret");
        assertThat(client.rest("POST", "/v1/webhooks/one/rotate", "", "Idempotency-Key", "k-1")
                        .text("secret"))
                .isEqualTo(second)
                .isNotEqualTo(first);
        sends("+85261234003");
        Posted both = receiver.next("/one");
        assertThat(both.verifies(first)).isTrue();
        assertThat(both.verifies(second)).isTrue();
        client.advance("24h");
        sends("+85261234004");
        Posted one = receiver.next("/one");

        assertThat(one.verifies(first)).isFalse();
        assertThat(one.verifies(second)).isTrue();
    }

    @Test
    void a_receiver_that_asks_for_an_hour_is_left_alone_for_it() throws Exception {
        receiver.answers("/busy", 503, "3600");
        put("busy", "/busy", "dev.countersign.verification.issued");
        sends("+85261234005");
        receiver.next("/busy");
        Value.Fields resting = delivery("busy", 1, "due");
        Instant firstTry = Instant.parse(text(first(resting, "tries"), "at"));
        assertThat(Instant.parse(text(resting, "dueAt"))).isAfterOrEqualTo(firstTry.plusSeconds(3600));
        receiver.answers("/busy", 204, "");
        client.advance("59m");
        sends("+85261234006");
        client.advance("2m");

        Set<String> ids = new HashSet<>();
        for (int n = 0; n < 2; n++) {
            ids.add(receiver.next("/busy").id());
        }
        assertThat(ids).contains(text(resting, "event"));
        Value.Fields done = delivery("busy", 2, "delivered");
        Instant secondTry = Instant.parse(text(items(done, "tries").getLast(), "at"));
        assertThat(Duration.between(firstTry, secondTry)).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(text(first(done, "tries"), "status")).isEqualTo("503");
        assertThat(text(items(done, "tries").getLast(), "status")).isEqualTo("204");
    }

    @Test
    void a_slow_receiver_holds_back_none_but_itself() throws Exception {
        put("slow", "/slow");
        put("quick", "/quick", "dev.countersign.verification.issued");
        for (int n = 0; n < 20; n++) {
            sends("+852612341" + (10 + n));
        }
        for (int n = 0; n < 20; n++) {
            receiver.next("/quick");
        }

        assertThat(receiver.waiting("/slow")).isLessThanOrEqualTo(Dispatcher.EACH);
        receiver.release();
    }

    @Test
    void a_receiver_that_is_gone_is_given_up_and_told_again_by_hand() throws Exception {
        receiver.answers("/gone", 410, "");
        put("gone", "/gone", "dev.countersign.verification.issued");
        sends("+85261234007");
        Posted post = receiver.next("/gone");
        String id = text(delivery("gone", 1, "failed"), "id");
        receiver.answers("/gone", 200, "");
        client.advance("72h");
        Answer again = client.rest("POST", "/v1/deliveries/" + id + "/redeliver", "");
        assertThat(again.status()).as(again.text()).isEqualTo(202);

        Posted second = receiver.next("/gone");
        assertThat(second.id()).isEqualTo(post.id());
        assertThat(second.body()).isEqualTo(post.body());
        assertThat(second.signature()).isNotEqualTo(post.signature());
        delivery("gone", 2, "delivered");
    }

    @Test
    void what_could_not_be_posted_before_a_restart_is_posted_after_it() throws Exception {
        put("down", "/down", "dev.countersign.verification.issued");
        int port = receiver.port();
        receiver.close();
        sends("+85261234008");
        Value.Fields failing = delivery("down", 1, "due");
        assertThat(text(first(failing, "tries"), "error")).isEqualTo("no connection");
        stopServing();
        receiver = new Receiver(port);
        serve();
        client.advance("1m");

        assertThat(receiver.next("/down").id()).isEqualTo(text(failing, "event"));
        delivery("down", 2, "delivered");
    }

    @Test
    void who_was_away_reads_the_events_from_where_it_stopped() throws Exception {
        put("none", "/none", "dev.countersign.message.failed");
        for (int n = 0; n < 3; n++) {
            sends("+852612342" + (10 + n));
        }
        List<String> types = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String after = "";
        while (types.size() < 9) {
            Answer page = client.rest("GET", "/v1/events?limit=2" + (after.isEmpty() ? "" : "&after=" + after), "");
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (Value.Fields event : items((Value.Fields) page.body(), "events")) {
                types.add(text(event, "type"));
                ids.add(text(event, "id"));
            }
            after = page.text("next");
        }

        assertThat(types.stream().filter(type -> type.endsWith("message.delivered")))
                .hasSize(3);
        assertThat(ids).doesNotHaveDuplicates();
        Answer rest = client.rest("GET", "/v1/events?after=" + after, "");
        assertThat(items((Value.Fields) rest.body(), "events")).isEmpty();
        assertThat(rest.text("next")).isEqualTo(after);
        assertThat(receiver.waiting("/none")).isZero();
    }

    @Test
    void what_is_no_webhook_is_said_so() {
        for (String url : List.of("ftp://hooks.example.com/", "https://user@hooks.example.com/", "hooks.example.com")) {
            Answer refused = client.rest("PUT", "/v1/webhooks/bad", "{\"url\":\"" + url + "\"}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("type")).endsWith(":webhook-url-invalid");
        }
        assertThat(client.rest("PUT", "/v1/webhooks/bad", "{\"url\":\"https://x.example.com/\",\"events\":[\"x\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.rest("GET", "/v1/webhooks/bad", "").text("type")).endsWith(":webhook-unknown");
        assertThat(client.rest("DELETE", "/v1/webhooks/bad", "").text("type")).endsWith(":webhook-unknown");
        assertThat(client.rest("POST", "/v1/webhooks/bad/rotate", "").text("type"))
                .endsWith(":webhook-unknown");
        assertThat(client.rest("GET", "/v1/webhooks/bad/deliveries", "").text("type"))
                .endsWith(":webhook-unknown");
        assertThat(client.rest("GET", "/v1/events?limit=101", "").status()).isEqualTo(400);
        for (int n = 0; n < 10; n++) {
            put("hook-" + n, "/many");
        }
        assertThat(client.rest("PUT", "/v1/webhooks/bad", "{\"url\":\"https://x.example.com/\"}")
                        .text("type"))
                .endsWith(":webhooks-reached");
        assertThat(items((Value.Fields) client.rest("GET", "/v1/webhooks", "").body(), "webhooks"))
                .hasSize(10);
        assertThat(client.rest("DELETE", "/v1/webhooks/hook-0", "").status()).isEqualTo(200);
        assertThat(put("bad", "/many").text("secret")).startsWith("whsec_");
    }

    private Answer put(String id, String path, String... types) {
        String events = types.length == 0 ? "" : ",\"events\":[\"" + String.join("\",\"", types) + "\"]";
        Answer answer =
                client.rest("PUT", "/v1/webhooks/" + id, "{\"url\":\"" + receiver.url(path) + "\"" + events + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String sends(String to) {
        Answer answer = client.rest("POST", "/v1/verifications", "{\"to\":\"" + to + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("id");
    }

    /// The oldest delivery of a webhook, once it had so many tries and stands there.
    private Value.Fields delivery(String webhook, int tries, String state) {
        while (true) {
            Answer answer = client.rest("GET", "/v1/webhooks/" + webhook + "/deliveries", "");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            List<Value.Fields> all = items((Value.Fields) answer.body(), "deliveries");
            if (!all.isEmpty()
                    && text(all.getLast(), "state").equals(state)
                    && items(all.getLast(), "tries").size() >= tries) {
                return all.getLast();
            }
        }
    }

    private static Value.Fields first(Value.Fields document, String list) {
        return items(document, list).getFirst();
    }

    private static List<Value.Fields> items(Value.Fields document, String list) {
        return ((Value.Items) Objects.requireNonNull(document.fields().get(list)))
                .items().stream().map(item -> (Value.Fields) item).toList();
    }

    private static String text(Value.Fields document, String name) {
        return switch (document.fields().get(name)) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.literal();
            case null, default -> "";
        };
    }
}
