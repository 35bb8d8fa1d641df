package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.Countersign;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.RequestId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten calls a second of one action, over all keys of an account, exact to the call. The clock stands still, so that
/// a test says when a second ends.
class CamsRateTest {
    private static final int CALLS = 30;

    @TempDir
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00.250Z"));

    private Countersign server(Answerer flowControl) {
        return Countersign.dev(Countersign.DevOptions.at(directory)
                .alibaba(new AlibabaConfig(Answerer.PRODUCT, flowControl, Manners.OBSERVED, false, Set.of()))
                .given(now::get, () -> new RequestId(UUID.randomUUID().toString())));
    }

    private Answer call(DevClient client, DevClient.Key key, String action) {
        return client.acs(key, action, "2020-06-06", now.get(), "CustSpaceId", "cams-dev-1");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY, Throttling.User, Request was denied due to user flow control.",
        "PRODUCT, System.LimitControl, The system is under flow control."
    })
    void ten_calls_a_second_are_taken_over_all_keys_of_an_account(Answerer answerer, String code, String text) {
        try (Countersign server = server(answerer);
                DevClient client = new DevClient(server.port())) {
            for (int second = 0; second < 3; second++) {
                List<Answer> answers = Race.of(
                        CALLS,
                        n -> call(client, n % 2 == 0 ? DevClient.ROOT : DevClient.ALICE, "QueryChatappPhoneNumbers"));
                List<String> codes =
                        answers.stream().map(one -> one.text("Code")).toList();
                assertThat(Collections.frequency(codes, "OK")).isEqualTo(10);
                assertThat(Collections.frequency(codes, code)).isEqualTo(CALLS - 10);
                Answer throttled = call(client, DevClient.ALICE, "QueryChatappPhoneNumbers");
                assertThat(throttled.status()).isEqualTo(400);
                assertThat(throttled.text("Message")).isEqualTo(text);
                assertThat(throttled.headers().get("x-acs-retry-after")).containsExactly("750");

                assertThat(call(client, DevClient.ROOT, "ChatappSyncPhoneNumber")
                                .text("Code"))
                        .as("another action")
                        .isEqualTo("OK");
                assertThat(call(client, DevClient.OTHER, "QueryChatappPhoneNumbers")
                                .text("Code"))
                        .as("another account")
                        .isEqualTo("Unknown.ResourceOwnerId");
                now.updateAndGet(before -> before.plusSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GATEWAY", "PRODUCT"})
    void the_limits_of_a_number_are_the_products_own_either_way(Answerer answerer) {
        try (Countersign server = server(answerer);
                DevClient client = new DevClient(server.port())) {
            client.acs(
                    DevClient.ROOT,
                    "CreateChatappMigrationInitiate",
                    "2020-06-06",
                    now.get(),
                    "CustSpaceId",
                    "cams-dev-1",
                    "MobileNumber",
                    "13800001234",
                    "CountryCode",
                    "86");
            String[] ask = {"CustSpaceId", "cams-dev-1", "PhoneNumber", "8613800001234", "Locale", "en", "Method", "sms"
            };
            for (String code : List.of("OK", "System.LimitControl")) {
                assertThat(client.acs(DevClient.ROOT, "GetMigrationVerifyCode", "2020-06-06", now.get(), ask)
                                .text("Code"))
                        .isEqualTo(code);
            }
        }
    }
}
