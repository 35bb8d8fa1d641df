package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.time.Instant;
import java.util.Map;

/// Short words for the MFA actions and what is made before them. JSON is written with single quotes.
record Mfa(DevClient client) {
    static final long ALICE = 100_000_000_011L;
    static final long BOB = 100_000_000_012L;
    static final long ROOT = 100_000_000_001L;
    static final long OTHER = 100_000_000_002L;

    Outcome call(DevClient.Key key, String action, String json) {
        return client.signed(key, action, "2019-01-16", Instant.now(), json.replace('\'', '"'));
    }

    Outcome set(DevClient.Key key, String json) {
        return call(key, "SetMfaFlag", json);
    }

    /// What guards a user, as `DescribeSafeAuthFlagColl` says it.
    Outcome read(long uin) {
        return call(DevClient.ROOT, "DescribeSafeAuthFlagColl", "{'SubUin':" + uin + "}");
    }

    /// A half of what guards a user, in JSON.
    String half(long uin, String name) {
        return json(read(uin), name);
    }

    static String json(Outcome outcome, String member) {
        assertThat(outcome.code()).as(outcome.message()).isEqualTo("ok");
        Value value = outcome.fields().get(member);
        assertThat(value).as(member).isNotNull();
        return text(value);
    }

    private static String text(Value value) {
        String wrapped = Json.write(new Value.Fields(Map.of("v", value))).toUtf8();
        return wrapped.substring("{\"v\":".length(), wrapped.length() - 1).replace('"', '\'');
    }

    /// A user of tenant `dev` with these bindings: `'phone':'85261112222','wechat':true`.
    void user(long uin, String bindings) {
        put("/dev/principals", "{'uin':" + uin + (bindings.isEmpty() ? "" : "," + bindings) + "}");
    }

    void protect(long uin, String login, String operation) {
        put("/dev/protection", "{'uin':" + uin + ",'login':'" + login + "','operation':'" + operation + "'}");
    }

    void rules(boolean calls, boolean login, boolean operation) {
        Answer answer = client.rest(
                "PUT",
                "/v1/tenant/rules",
                "{\"protectsCalls\":" + calls + ",\"forcesLogin\":" + login + ",\"forcesOperation\":" + operation
                        + ",\"returnTo\":[]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    Answer dev(String method, String path, String json) {
        return client.send(method, path, json.replace('\'', '"'));
    }

    private void put(String path, String json) {
        Answer answer = dev("PUT", path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
