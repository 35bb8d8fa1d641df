package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.countersign.conformance.AlibabaSdk.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each official SDK for Java migrates a number, from the first call to the last, in every manner that it has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlibabaMigrationTest {
    private static final String SPACE = "cams-dev-1";

    private final DevServer server;
    private int numbers = 60_000_000;

    AlibabaMigrationTest(@TempDir Path directory) {
        this.server = DevServer.start(directory);
    }

    @BeforeAll
    void ready() {
        assertThat(server.port()).isPositive();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<AlibabaSdk> manners() {
        return AlibabaSdks.all();
    }

    /// What an SDK reads, as JSON would have it: texts and truths are compared by how they are written.
    private static String text(Map<String, ?> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> fields(@Nullable Object map) {
        return (Map<String, ?>) Objects.requireNonNull(map);
    }

    private Map<String, ?> ok(AlibabaSdk manner, String action, Map<String, String> parameters) throws Exception {
        Map<String, ?> answer = manner.call(server.port(), DevServer.ALICE, Target.cams(action), parameters);
        assertThat(text(answer, "Code")).as(action).isEqualTo("OK");
        assertThat(text(answer, "RequestId")).as(action).isNotEmpty();
        return answer;
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_number_is_migrated(AlibabaSdk manner) throws Exception {
        String national = Integer.toString(numbers++);
        String number = "852" + national;
        Map<String, String> named = Map.of("CustSpaceId", SPACE, "PhoneNumber", number);

        Map<String, ?> added = fields(ok(
                        manner,
                        "CreateChatappMigrationInitiate",
                        Map.of("CustSpaceId", SPACE, "MobileNumber", national, "CountryCode", "852"))
                .get("Data"));
        assertThat(text(added, "PhoneNumber")).isEqualTo(number);
        assertThat(text(added, "Status")).isEqualTo("MIGRATING");
        String id = text(added, "Id");
        assertThat(id).isNotEmpty();

        Map<String, ?> before =
                fields(ok(manner, "GetPhoneNumberVerificationStatus", named).get("Data"));
        assertThat(text(before, "Id")).isEqualTo(id);
        assertThat(text(before, "CodeVerificationStatus")).isNotEqualTo("VERIFIED");

        Map<String, ?> sent = fields(ok(
                        manner,
                        "GetMigrationVerifyCode",
                        Map.of("CustSpaceId", SPACE, "PhoneNumber", number, "Locale", "zh_CN", "Method", "sms"))
                .get("Data"));
        assertThat(text(sent, "PhoneNumber")).isEqualTo(number);
        assertThat(text(sent, "Id")).isEqualTo(id);

        Map<String, ?> verified = fields(ok(
                        manner,
                        "ChatappMigrationVerified",
                        Map.of("CustSpaceId", SPACE, "PhoneNumber", number, "VerifyCode", server.code(number)))
                .get("Data"));
        assertThat(text(verified, "Id")).isEqualTo(id);
        assertThat(text(
                        fields(ok(manner, "GetPhoneNumberVerificationStatus", named)
                                .get("Data")),
                        "CodeVerificationStatus"))
                .isEqualTo("VERIFIED");

        assertThat(ok(manner, "ChatappMigrationRegister", named).containsKey("Data"))
                .isFalse();
        assertThat(text(ok(manner, "ChatappSyncPhoneNumber", Map.of("CustSpaceId", SPACE)), "Success"))
                .isEqualTo("true");
        Map<String, ?> listed = ok(manner, "QueryChatappPhoneNumbers", Map.of("CustSpaceId", SPACE));
        assertThat(text(listed, "Success")).isEqualTo("true");
        // The fields of one number in order, however the manner's answers nest.
        assertThat(new Gson().toJson(listed.get("PhoneNumbers")))
                .contains("\"" + number + "\"")
                .contains("\"CONNECTED\"");
    }
}
