package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.server.console.explorer.Catalogue;
import dev.countersign.server.console.explorer.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The actions that the command line knows are those that run.
final class KnownActionsReferenceTest {
    private static final Path FILE = Path.of("src/main/resources/dev/countersign/server/cli/actions.txt");

    @Test
    void the_command_line_knows_the_actions_that_run() throws IOException {
        List<Entry> running = Published.of(services -> new Catalogue(services.registry(), services.dialects()).all());
        assertThat(running).hasSizeGreaterThan(50);
        Published.requireCommitted(
                FILE, running.stream().map(KnownActionsReferenceTest::line).collect(Collectors.joining()));
    }

    private static String line(Entry entry) {
        StringBuilder line = new StringBuilder(String.join(
                " ",
                entry.product().dialect(),
                entry.product().name(),
                entry.product().version(),
                entry.name(),
                entry.spec()
                        .route()
                        .map(route -> route.method() + " " + route.path())
                        .orElse("POST /")));
        parameters(entry.request(), "", true, line);
        return line.append('\n').toString();
    }

    private static void parameters(RecordShape shape, String prefix, boolean required, StringBuilder line) {
        for (Member member : shape.members()) {
            boolean needed = required && !member.optional();
            RecordShape inner = member.object();
            if (inner != null && !member.list()) {
                parameters(inner, prefix + member.name() + ".", needed, line);
            } else {
                line.append(' ')
                        .append(prefix)
                        .append(member.name())
                        .append(':')
                        .append(member.kind().word())
                        .append(member.list() ? "[]" : "")
                        .append(needed ? "!" : "");
            }
        }
    }
}
