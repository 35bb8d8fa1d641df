package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.store.AuditRow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may drain a carrier, and what the audit says of it.
class CarriersTest {
    private static final String DRAIN = "/v1/carriers/inbox/drain";

    @TempDir
    Path directory;

    private ChallengeWorld world;

    @BeforeEach
    void begin() {
        world = new ChallengeWorld(directory);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_key_without_the_scope_neither_sees_nor_drains() {
        key("csk_verifying", "verifications");
        key("csk_reading", "messages");
        for (String key : new String[] {"csk_verifying", "csk_reading"}) {
            assertThat(world.callWith(key, "GET", "/v1/carriers", Value.Fields.none())
                            .status())
                    .isEqualTo(403);
            assertThat(world.callWith(key, "PUT", DRAIN, Value.Fields.none()).status())
                    .isEqualTo(403);
        }
        key("csk_operating", "carriers");

        assertThat(world.callWith("csk_operating", "PUT", DRAIN, Value.Fields.none())
                        .text("drained"))
                .isEqualTo("true");
        assertThat(world.callWith(
                                "csk_verifying",
                                "GET",
                                "/v1/messages/01890a5d-ac96-774b-bcce-b302099a8057",
                                Value.Fields.none())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void each_change_is_a_row_and_what_is_so_already_is_none() {
        world.call("PUT", DRAIN, Value.Fields.none());
        world.call("PUT", DRAIN, Value.Fields.none());
        world.call("DELETE", DRAIN, Value.Fields.none());
        world.call("DELETE", DRAIN, Value.Fields.none());
        world.call("PUT", "/v1/carriers/nobody/drain", Value.Fields.none());

        assertThat(world.storage.audit().entries(Optional.of(ChallengeWorld.DEV), 0, 100))
                .filteredOn(row -> row.event().startsWith("carrier."))
                .extracting(AuditRow::event, AuditRow::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("carrier.drained", "carrier/inbox"),
                        org.assertj.core.groups.Tuple.tuple("carrier.undrained", "carrier/inbox"));
    }

    private void key(String key, String scope) {
        world.storage
                .tenants()
                .addApiKey(world.storage.seals().lookup("api-key", key), ChallengeWorld.DEV, Set.of(scope));
    }
}
