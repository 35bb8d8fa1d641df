package dev.countersign.server.e2e;

import dev.countersign.testkit.wire.Acs3;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Signed calls of one product's version on the Alibaba wire.
final class AlibabaRpc {
    private final String version;
    private final AtomicInteger calls = new AtomicInteger();

    AlibabaRpc(String version) {
        this.version = version;
    }

    Answer call(DevClient client, DevClient.Key key, String action, Map<String, String> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        List<String> headers =
                Acs3.headers(key, action, version, query, "nonce-" + calls.getAndIncrement(), Instant.now());
        return client.send("POST", "/?" + query, "", headers.toArray(String[]::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
