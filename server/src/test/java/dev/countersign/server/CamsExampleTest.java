package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.migration.Space;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example on the vendor's page of `GetMigrationVerifyCode`, which the product was made from.
class CamsExampleTest {
    private static final String CAMS = "2020-06-06";
    private static final String SPACE = "29348393884****";

    @Test
    void the_pages_example_is_answered_in_its_shape(@TempDir Path directory) {
        try (ChallengeWorld world = new ChallengeWorld(directory)) {
            world.storage.spaces().add(new Space(SPACE, ChallengeWorld.DEV, Optional.of("1")), world.clock.instant());
            Answer begun = world.acs(
                    DevClient.ALICE,
                    CAMS,
                    "CreateChatappMigrationInitiate",
                    "CustSpaceId",
                    SPACE,
                    "MobileNumber",
                    "13800001234",
                    "CountryCode",
                    "86");
            assertThat(begun.status()).as(begun.text()).isEqualTo(200);

            Answer answer = world.acs(
                    DevClient.ALICE,
                    CAMS,
                    "GetMigrationVerifyCode",
                    "CustSpaceId",
                    SPACE,
                    "PhoneNumber",
                    "8613800001234",
                    "Locale",
                    "zh_CN",
                    "Method",
                    "sms");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .matches("\\{\"RequestId\":\"[0-9A-Fa-f-]{36}\",\"Code\":\"OK\",\"Message\":\"None\","
                            + "\"Data\":\\{\"PhoneNumber\":\"8613800001234\",\"Id\":\"[0-9]{12}\"},"
                            + "\"AccessDeniedDetail\":\"None\"}");
            assertThat(world.message().text().reveal()).contains("是您迁移此号码的验证码");
        }
    }
}
