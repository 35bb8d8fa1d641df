package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.server.config.UsersConfig;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many users there may be, and how fast they come.
class CamUserLimitsTest {
    @TempDir
    Path directory;

    private Countersign server(int perTenant, int newPerHour) {
        return Countersign.dev(Countersign.DevOptions.at(directory)
                .relaxed()
                .users(new UsersConfig(perTenant, newPerHour, Duration.ofHours(24))));
    }

    private static Outcome add(DevClient client, DevClient.Key key, String name) {
        return client.cam(key, "AddUser", "{\"Name\":\"" + name + "\"}");
    }

    @Test
    void a_tenant_has_so_many_users_and_no_more() {
        try (Countersign server = server(3, 100);
                DevClient client = new DevClient(server.port())) {
            assertThat(add(client, DevClient.ROOT, "third").code()).isEqualTo("ok");

            Outcome full = add(client, DevClient.ROOT, "fourth");
            assertThat(full.code()).isEqualTo("InvalidParameter.SubUserFull");
            assertThat(full.message()).isEqualTo("Limit on number of sub-accounts reached.");
            assertThat(add(client, DevClient.OTHER, "first").code()).isEqualTo("ok");
            client.cam(DevClient.ROOT, "DeleteUser", "{\"Name\":\"third\"}");
            assertThat(add(client, DevClient.ROOT, "fourth").code()).isEqualTo("ok");
        }
    }

    @Test
    void a_tenant_adds_so_many_users_in_an_hour() {
        try (Countersign server = server(100, 2);
                DevClient client = new DevClient(server.port())) {
            client.send("POST", "/dev/clock", "{\"set\":\"2027-01-01T00:30:00Z\"}");
            for (String name : new String[] {"one", "two"}) {
                assertThat(add(client, DevClient.ROOT, name).code()).isEqualTo("ok");
                client.cam(DevClient.ROOT, "DeleteUser", "{\"Name\":\"" + name + "\"}");
            }

            Outcome fast = add(client, DevClient.ROOT, "three");
            assertThat(fast.code()).isEqualTo("RequestLimitExceeded.CreateUser");
            assertThat(fast.message()).isEqualTo("The frequency limit of creating sub-users has been reached.");
            assertThat(add(client, DevClient.OTHER, "one").code()).isEqualTo("ok");
            client.advance("1h");
            assertThat(add(client, DevClient.ROOT, "three").code()).isEqualTo("ok");
        }
    }
}
