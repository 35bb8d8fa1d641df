package dev.countersign.server;

import static dev.countersign.server.ChallengeWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.ChallengeWorld.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the audit says of a change: who, what and where to, with no number and no code in it.
class ChangeAuditTest {
    private static final String CHANGES = "/v1/principals/" + BOB + "/authenticators/changes";

    @TempDir
    Path directory;

    private static Value.Fields fields(String... namesAndValues) {
        Value.Fields all = Value.Fields.none();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all = all.plus(namesAndValues[i], Value.text(namesAndValues[i + 1]));
        }
        return all;
    }

    @Test
    void numbers_are_masked_and_codes_are_not_there() {
        try (ChallengeWorld world = new ChallengeWorld(directory)) {
            Answer started = world.call("POST", CHANGES, fields("kind", "phone", "to", "+85265432198"));
            String code = world.code();
            assertThat(world.call("POST", CHANGES + "/" + started.text("id") + "/confirm", fields("code", code))
                            .status())
                    .isEqualTo(200);
            List<String> rows = world.storage
                    .database()
                    .transactions()
                    .read(handle -> handle.createQuery(
                                    "SELECT actor || ' ' || event || ' ' || subject || ' ' || facts FROM audit")
                            .mapTo(String.class)
                            .list());
            String root = ChallengeWorld.DEV + " ";
            assertThat(rows)
                    .anyMatch(row ->
                            row.startsWith(root + "change.started uin/" + BOB) && row.contains("to=+852******98"))
                    .anyMatch(row -> row.startsWith(root + "authenticator.changed uin/" + BOB))
                    .anyMatch(row -> row.startsWith(root + "code.accepted"))
                    .noneMatch(row -> row.contains("65432198") || row.contains("=" + code));
        }
    }
}
