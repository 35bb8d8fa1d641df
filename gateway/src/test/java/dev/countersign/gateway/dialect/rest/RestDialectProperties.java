package dev.countersign.gateway.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.SampleWorld;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever arrives below `/v1` is a call or is refused, and every answer is sound JSON and no fault.
class RestDialectProperties {
    private static final long SEED = 20270102;
    private static final int CASES = 50_000;
    private static final List<String> METHODS =
            List.of("GET", "POST", "POST", "POST", "HEAD", "PUT", "get", "", "\u0000");
    private static final List<String> PATHS =
            List.of("/v1/greetings/ann", "/v1/greetings/ann", "/v1/greetings/", "/v1");
    private static final List<String> NAMES =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "Accept-Language", "X-TC-Action", "Host", "");
    private static final List<String> VALUES = List.of(
            "Bearer csk_sample",
            "Bearer csk_sample",
            "application/json",
            "application/json",
            "zh-CN,en;q=0.5",
            "a",
            "");
    private static final List<String> BODIES = List.of(
            "{\"times\":3}",
            "{\"times\":\"3\",\"loud\":true,\"words\":[\"a\"],\"from\":{\"number\":1}}",
            "{\"times\":1e999,\"remark\":\"\\ud83d\\ude00\"}",
            "");

    private final Random random = new Random(SEED);
    private final SampleWorld world = new SampleWorld(
            Interventions.none(),
            new Greet(request -> request, Greet.complete().perSecond(CASES).build()),
            Samples.look());

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// The text with some characters changed, put in, or taken out; often none.
    private String bent(String text) {
        StringBuilder bent = new StringBuilder(text);
        for (int times = Math.max(0, random.nextInt(6) - 3); times > 0; times--) {
            int at = random.nextInt(bent.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> bent.insert(at, (char) random.nextInt(random.nextInt(8) == 0 ? 0x10000 : 0x80));
                case 1 ->
                    bent.insert(at, one(List.of("%", "&", "=", "\\", "\"", "{", "/", ",", ";", "\r\n", "\ud800")));
                default -> bent.setLength(at);
            }
        }
        return bent.toString();
    }

    private Request request() {
        Headers.Builder headers = new Headers.Builder()
                .add("Authorization", bent("Bearer csk_sample"))
                .add("Content-Type", bent("application/json"));
        for (int more = random.nextInt(3); more > 0; more--) {
            headers.add(bent(one(NAMES)), bent(one(VALUES)));
        }
        String method = one(METHODS);
        String path = bent(one(PATHS));
        return new Request(
                method,
                path.startsWith("/v1") ? path : "/v1/" + path,
                random.nextInt(4) == 0 ? bent("deep=true") : "",
                headers.build(),
                method.equals("GET") && random.nextInt(8) != 0
                        ? Bytes.none()
                        : Bytes.of(bent(one(BODIES)).getBytes(StandardCharsets.UTF_8)),
                "192.0.2.1",
                random.nextInt(50) == 0);
    }

    @Test
    void everything_is_a_call_or_is_refused() {
        int calls = 0;
        for (int i = 0; i < CASES; i++) {
            Request request = request();
            try {
                Call call = world.dialect.read(request);
                assertThat(call.target().dialect()).isEqualTo("rest");
                calls++;
            } catch (Refused refused) {
                assertThat(refused.refusal()).as("seed %d, case %d", SEED, i).isInstanceOf(CallRefusal.class);
            }
        }
        assertThat(calls).as("the generator must reach past the reader").isGreaterThan(CASES / 100);
    }

    @Test
    void every_answer_is_sound_and_none_is_a_fault() {
        int done = 0;
        for (int i = 0; i < CASES / 5; i++) {
            Request request = request();
            if (!world.dialect.speaks(request)) {
                continue;
            }
            Response response = world.gateway.answer(request);
            assertThat(world.faults).as("seed %d, case %d", SEED, i).isEmpty();
            assertThat(response.status()).as("seed %d, case %d", SEED, i).isBetween(200, 499);
            Value document = Json.read(response.body(), response.contentType());
            assertThat(document).as("seed %d, case %d", SEED, i).isInstanceOf(Value.Fields.class);
            response.headers().forEach(header -> assertThat(header.getValue()).matches("[\\x20-\\x7e]*"));
            done += response.status() < 300 ? 1 : 0;
        }
        assertThat(done).as("the generator must reach the action").isGreaterThan(100);
    }
}
