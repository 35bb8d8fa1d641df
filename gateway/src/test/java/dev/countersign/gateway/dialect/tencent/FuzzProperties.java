package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent gets the wire's own answer: status 200, a code that is not `InternalError`, a request id.
final class FuzzProperties {
    private static final int ROUNDS = 20_000;
    private static final List<String> METHODS = List.of("GET", "POST", "post", "HEAD", "OPTIONS", "PUT", "", "\u0000");
    private static final List<String> SNIPPETS = List.of(
            "%",
            "%ZZ",
            "%FF",
            "%00",
            "=",
            "&",
            "&&",
            "..",
            ".0",
            ".-1",
            ".99999999999999999999",
            "A=1&A=1",
            "A=1&A.B=2",
            "{",
            "}",
            "[",
            "[[[[",
            "null",
            "NaN",
            "-Infinity",
            "1e999999999",
            "9".repeat(80),
            "\"",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\uD800",
            "😀",
            "é",
            "\r\n",
            " ",
            "+",
            "SecretId=",
            "Nonce=1",
            "Signature=x",
            "SKIP",
            "TC3",
            "/",
            ",",
            ";",
            "X-TC-",
            "UNSIGNED-PAYLOAD",
            "application/json",
            "multipart/form-data",
            "-1",
            "1.5",
            "::1");

    private final Stand stand = new Stand(TencentOptions.development(), true);

    /// A request in parts that can be changed.
    private static final class Draft {
        private final Random random;
        private String method;
        private String path = "/";
        private String query;
        private byte[] body;
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();

        Draft(Random random, Request seed) {
            this.random = random;
            this.method = seed.method();
            this.query = seed.query();
            this.body = seed.body().toArray();
            seed.headers()
                    .names()
                    .forEach(name -> seed.headers().all(name).forEach(value -> headers.add(Map.entry(name, value))));
        }

        void change() {
            switch (random.nextInt(9)) {
                case 0 -> method = pick(METHODS);
                case 1 -> path = random.nextBoolean() ? text(path) : "/" + pick(SNIPPETS);
                case 2, 3 -> query = text(query);
                case 4, 5 -> body = bytes(body);
                case 6 -> headers.remove(random.nextInt(headers.size() + 1) % Math.max(1, headers.size()));
                default -> {
                    int at = random.nextInt(headers.size());
                    Map.Entry<String, String> old = headers.get(at);
                    headers.set(at, Map.entry(old.getKey(), text(old.getValue())));
                }
            }
            if (headers.isEmpty()) {
                headers.add(Map.entry("x-tc-action", pick(SNIPPETS)));
            }
        }

        private String text(String old) {
            return mutated(random, old);
        }

        static String mutated(Random random, String old) {
            int at = random.nextInt(old.length() + 1);
            return switch (random.nextInt(4)) {
                case 0 -> old.substring(0, at);
                case 1 -> old.substring(0, at) + (char) random.nextInt(0x10000) + old.substring(at);
                case 2 -> old.substring(0, at) + old.substring(0, at) + old.substring(at);
                default -> old.substring(0, at) + SNIPPETS.get(random.nextInt(SNIPPETS.size())) + old.substring(at);
            };
        }

        private byte[] bytes(byte[] old) {
            if (random.nextInt(4) == 0) {
                byte[] binary = new byte[random.nextInt(200)];
                random.nextBytes(binary);
                return binary;
            }
            return text(new String(old, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }

        private String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }

        Request request() {
            Headers.Builder built = new Headers.Builder();
            headers.forEach(header -> built.add(header.getKey(), header.getValue()));
            return new Request(
                    method, path, query, built.build(), Bytes.of(body), "127.0.0.1", random.nextInt(50) == 0);
        }
    }

    private static List<Request> seeds() {
        Map<String, String> legacy = Calls.legacyParameters("Greet", Stand.VERSION);
        legacy.put("Name", "you");
        legacy.put("Words.0", "a");
        legacy.put("Words.1", "b");
        return List.of(
                Calls.post("Greet", Stand.VERSION, "{\"Name\":\"you\",\"Words\":[\"a\"],\"Place\":{\"City\":\"x\"}}"),
                Calls.get("Greet", Stand.VERSION, "Name=you&Words.1=b&Words.0=a&Place.City=x"),
                Calls.legacyPost(legacy),
                Calls.legacyGet(legacy));
    }

    @Test
    void a_mutated_request_is_answered_or_refused_and_never_a_fault() {
        Map<String, Integer> codes = new TreeMap<>();
        List<Request> seeds = seeds();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Draft draft = new Draft(random, seeds.get(seed % seeds.size()));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                draft.change();
            }
            codes.merge(answered("seed " + seed, draft.request()), 1, Integer::sum);
        }
        assertThat(codes)
                .containsKeys(
                        "AuthFailure.SignatureFailure", "InvalidParameter", "MissingParameter", "UnsupportedProtocol");
        assertThat(codes.keySet()).hasSizeGreaterThan(8);
    }

    @Test
    void a_mutated_request_that_is_signed_again_is_answered_or_refused_and_never_a_fault() {
        Map<String, Integer> codes = new TreeMap<>();
        for (int seed = 0; seed < ROUNDS / 2; seed++) {
            codes.merge(answered("seed " + seed, signedAgain(new Random(seed))), 1, Integer::sum);
        }
        assertThat(codes)
                .containsKeys("", "UnknownParameter", "MissingParameter", "InvalidParameter", "InvalidParameterValue");
    }

    private static Request signedAgain(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                String json = "{\"Name\":\"you\",\"Count\":1,\"Words\":[\"a\"],\"Place\":{\"City\":\"x\"}}";
                yield Calls.post("Greet", Stand.VERSION, Draft.mutated(random, json));
            }
            case 1 -> {
                String query = "Name=you&Count=1&Words.1=b&Words.0=a&Place.City=x";
                yield Calls.get("Greet", Stand.VERSION, Draft.mutated(random, query));
            }
            default -> {
                Map<String, String> parameters = Calls.legacyParameters("Greet", Stand.VERSION);
                parameters.put("Name", random.nextBoolean() ? "you" : Draft.mutated(random, "you"));
                parameters.put(Draft.mutated(random, "Words.0"), "a");
                yield Calls.legacyPost(parameters);
            }
        };
    }

    static List<Request> extremes() {
        String million =
                IntStream.range(0, 1_000_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        Headers signed = Calls.post("Greet", Stand.VERSION, "{}").headers();
        Headers.Builder flood = new Headers.Builder();
        IntStream.range(0, 20_000).forEach(i -> flood.add("x-tc-" + i, "v").add("Authorization", "TC3 " + i));
        return List.of(
                Calls.request("GET", million, signed, ""),
                Calls.request("POST", "", signed, "[".repeat(1_000_000)),
                Calls.request("POST", "", signed, "{\"a\":".repeat(1_000_000)),
                Calls.request("POST", "", signed, "{\"a\":" + "9".repeat(1_000_000) + "}"),
                Calls.request("POST", "", signed, "{\"a\":[" + "1,".repeat(1_000_000) + "1]}"),
                Calls.request("POST", "", signed, "{\"" + "n".repeat(1_000_000) + "\":1}"),
                Calls.request("POST", "", signed, "{\"a\":1,\"a\":2}"),
                Calls.request("POST", "", signed, "{\"a\":NaN}"),
                Calls.request("POST", "", signed, " ".repeat(1_000_000)),
                Calls.request("POST", "", flood.build(), "{}"),
                Calls.request("GET", "", Headers.of("X-TC-Action", "x".repeat(1_000_000)), ""),
                Calls.legacyForm("Nonce=1&" + "p0=1&".repeat(100_000)),
                Calls.legacyForm("Nonce=1&" + million.substring(0, 1_000_000)),
                Calls.legacyForm("Nonce=1&" + ".".repeat(1_000) + "=1"),
                Calls.legacyForm("Nonce=1&" + "a.".repeat(500) + "a=1"),
                Calls.legacyForm("Nonce=1&" + "%".repeat(1_000)),
                Calls.legacyForm("Nonce=1&" + "&".repeat(1_000_000)),
                Calls.legacyForm("Nonce=1&=" + "=".repeat(1_000_000)));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void an_extreme_request_is_refused_and_never_a_fault(Request request) {
        assertThat(answered(request.method() + " " + request.body().length(), request))
                .isNotEmpty();
    }

    private String answered(String description, Request request) {
        Response response = stand.answer(request);
        assertThat(stand.faults()).as(description).isEmpty();
        if (response.status() == 404) {
            return "not this wire's";
        }
        assertThat(response.status()).as(description).isEqualTo(200);
        assertThat(response.contentType()).as(description).isEqualTo("application/json");
        assertThat(response.body().length()).as(description).isLessThan(20_000);
        assertThat(Stand.members(response)).as(description).containsKey("RequestId");
        return Stand.code(response);
    }
}
