package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.Given;
import dev.countersign.server.cli.Program.DevAccess;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console of a dev world that others can reach.
final class ConsoleTokenTest {
    private static final String TOKEN = "dev-token-0123456789";

    @TempDir
    private Path directory;

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nobody_comes_in_without_the_token_that_the_world_was_started_with() {
        DevOptions options = new DevOptions(
                Configuration.dev("127.0.0.1", 0, directory, Limits.RELAXED),
                new DevAccess(Secret.of(TOKEN)),
                Given.system());
        try (Countersign server = Countersign.dev(options);
                DevClient client = new DevClient(server.port())) {
            for (String path :
                    List.of("/console/inbox", "/console/inbox/live", "/console/explorer", "/console/nowhere")) {
                Answer answer = client.send("GET", path, "");
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(ConsoleWorld.header(answer, "WWW-Authenticate")).startsWith("Basic realm=");
            }
            for (String wrong : List.of(basic("dev:wrong"), basic(TOKEN), "Basic !!!", "Basic", "")) {
                assertThat(client.send("GET", "/console/inbox", "", "Authorization", wrong)
                                .status())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(client.send("POST", "/console/inbox", "do=reset&sure=yes")
                            .status())
                    .isNotEqualTo(303);
            assertThat(client.send("GET", "/console/inbox", "", "Authorization", basic("anybody:" + TOKEN))
                            .text())
                    .contains("No message yet");
        }
    }
}
