package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.Language;
import dev.countersign.gateway.wire.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records what the SDK sends and what the server answers, for the replay in the server's tests. Run by `./dev
/// record`, not with the tests: a transcript is made once and then kept.
class RecordTranscripts {
    private static final String SDK = "tencentcloud-sdk-java-common-3.1.1481";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    @TempDir
    Path directory;

    @Test
    void records() throws Exception {
        Path target = Path.of("../server/src/test/resources/transcripts/tencent", SDK);
        try (DevServer server = DevServer.start(directory);
                RecordingProxy proxy = new RecordingProxy(server.port())) {
            Map<String, Value> example =
                    Map.of("CountryCode", Value.text("852"), "PhoneNum", Value.text("18888888888"));
            for (TencentManner manner : TencentManner.values()) {
                server.reset();
                record(proxy, manner, target, "SendVerifyCode", "ok", DevServer.ROOT, example);
                record(proxy, manner, target, "GetTradeConfigList", "ok", DevServer.ROOT, Map.of());
                record(
                        proxy,
                        manner,
                        target,
                        "SendVerifyCode",
                        "unsupported-area",
                        DevServer.ROOT,
                        Map.of("CountryCode", Value.text("86"), "PhoneNum", Value.text("13800000000")));
                record(
                        proxy,
                        manner,
                        target,
                        "QueryAccountVerificationStatus",
                        "not-a-customer",
                        DevServer.ROOT,
                        Map.of("ClientUin", Value.number(123)));
                record(proxy, manner, target, "SendVerifyCode", "not-permitted", DevServer.BOB, example);
            }
        }
        assertThat(Files.exists(target)).isTrue();
    }

    private static void record(
            RecordingProxy proxy,
            TencentManner manner,
            Path target,
            String action,
            String name,
            Credential credential,
            Map<String, Value> parameters)
            throws IOException {
        Instant at = Instant.now();
        try {
            manner.call(proxy.port(), credential, Optional.<Language>empty(), action, parameters);
        } catch (TencentCloudSDKException refused) {
            assertThat(refused.getErrorCode()).isNotBlank();
        }
        RecordingProxy.Exchange exchange = proxy.taken().getFirst();
        Path file = target.resolve(action)
                .resolve(manner.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + name + ".http");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "# recorded " + at + " from " + SDK + ", " + manner + "\n"
                        + exchange.request().toUtf8().replace("\r\n", "\n")
                        + "\n--- answer ---\n"
                        + exchange.response()
                                .toUtf8()
                                .split("\r\n\r\n", 2)[1]
                                .replaceAll(ID, "00000000-0000-4000-8000-000000000000")
                        + "\n");
    }
}
