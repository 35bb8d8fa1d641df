package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Messages, their receipts and carriers by our own API, in a dev world.
@Timeout(120)
class DeliveryApiTest {
    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;

    @BeforeEach
    void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_message_is_shown_from_its_writing_to_its_receipt() {
        String id = sends("+85261234001");
        Value.Fields message = becomes(id, "delivered");

        assertThat(text(message, "to")).isEqualTo("+852******01");
        assertThat(text(message, "verification")).isEqualTo(id);
        assertThat(text(first(message, "dispatches"), "result")).isEqualTo("handed");
        assertThat(text(first(message, "dispatches"), "carrier")).isEqualTo("inbox");
        assertThat(text(first(message, "parts"), "state")).isEqualTo("delivered");
        assertThat(client.rest("GET", "/v1/messages/" + text(message, "id"), "").body())
                .isEqualTo(message);
        assertThat(client.rest("GET", "/v1/verifications/" + id, "").text("delivery"))
                .isEqualTo("delivered");
        assertThat(client.rest("GET", "/v1/messages/" + id, "").text("type")).endsWith(":message-unknown");
        assertThat(client.rest("GET", "/v1/verifications/" + text(message, "id") + "/messages", "")
                        .text("type"))
                .endsWith(":verification-unknown");
    }

    @Test
    void what_a_developer_chooses_becomes_of_it() {
        fault("{'match':{'to':'85261234002'},'fail':{'receipt':'undelivered'}}");
        fault("{'match':{'to':'85261234003'},'fail':{'receipt':'late'}}");
        fault("{'match':{'to':'85261234004'},'fail':{'receipt':'lost'}}");
        fault("{'match':{'to':'85261234005'},'fail':{'carrier':'reject'}}");
        String lost = sends("+85261234004");
        String late = sends("+85261234003");
        Value.Fields undelivered = becomes(sends("+85261234002"), "undelivered");
        Value.Fields failed = becomes(sends("+85261234005"), "failed");

        assertThat(text(first(undelivered, "parts"), "error")).isEqualTo("chosen");
        assertThat(text(first(failed, "dispatches"), "result")).isEqualTo("destination-fault");
        becomes(late, "handed");
        client.advance("7m");
        becomes(late, "delivered");
        becomes(lost, "handed");
    }

    @Test
    void a_drained_carrier_is_drained_over_a_restart_until_that_is_ended() {
        assertThat(carrier("drained")).isEqualTo("false");
        assertThat(client.rest("PUT", "/v1/carriers/inbox/drain", "").text("drained"))
                .isEqualTo("true");
        String id = sends("+85261234006");
        client.close();
        server.close();
        start();
        assertThat(carrier("drained")).isEqualTo("true");
        assertThat(carrier("ready")).isEqualTo("true");
        assertThat(client.rest("GET", "/v1/verifications/" + id, "").text("delivery"))
                .isEqualTo("due");
        assertThat(client.rest("DELETE", "/v1/carriers/inbox/drain", "").text("drained"))
                .isEqualTo("false");

        becomes(id, "delivered");
        Answer unknown = client.rest("PUT", "/v1/carriers/nobody/drain", "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("type")).endsWith(":carrier-unknown");
    }

    private void fault(String json) {
        Answer answer = client.send("PUT", "/dev/faults", json.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private String sends(String to) {
        Answer answer = client.rest("POST", "/v1/verifications", "{\"to\":\"" + to + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("id");
    }

    private String carrier(String member) {
        return text(first((Value.Fields) client.rest("GET", "/v1/carriers", "").body(), "carriers"), member);
    }

    /// The only message of a verification, once it stands there.
    private Value.Fields becomes(String verification, String state) {
        while (true) {
            Answer answer = client.rest("GET", "/v1/verifications/" + verification + "/messages", "");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            Value.Fields message = first((Value.Fields) answer.body(), "messages");
            if (text(message, "state").equals(state)) {
                return message;
            }
        }
    }

    private static Value.Fields first(Value.Fields document, String list) {
        List<Value> items = ((Value.Items)
                        java.util.Objects.requireNonNull(document.fields().get(list)))
                .items();
        assertThat(items).hasSize(1);
        return (Value.Fields) items.getFirst();
    }

    private static String text(Value.Fields document, String name) {
        return switch (document.fields().get(name)) {
            case Value.Text text -> text.text();
            case Value.Flag flag -> Boolean.toString(flag.value());
            case Value.Number number -> number.literal();
            case null, default -> "";
        };
    }
}
