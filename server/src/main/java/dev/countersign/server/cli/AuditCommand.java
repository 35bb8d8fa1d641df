package dev.countersign.server.cli;

import dev.countersign.server.audit.AuditLines;
import dev.countersign.server.cli.Program.AuditReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `countersign audit`: proves the audit, and writes it out.
@Command(
        name = "audit",
        description = "Proves that the audit is whole, or writes it out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  countersign audit verify --config countersign.yaml",
            "  countersign audit export --config countersign.yaml --after 1000 >audit.jsonl",
        })
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// `countersign audit verify`.
    @Command(
            name = "verify",
            description = "Follows the chain from its beginning: finds an entry that was changed, taken out, put in or"
                    + " cut off. Exit code 1 when it is broken.",
            footer = {
                "",
                "Example:",
                "  countersign audit verify --config countersign.yaml --checkpoints /mnt/other/audit-checkpoints.txt",
            })
    static final class Verify implements Callable<Integer> {
        private final Program program;
        private final Terminal terminal;

        @Mixin
        private Place place = new Place();

        @Option(
                names = "--checkpoints",
                paramLabel = "FILE",
                description = "The checkpoints. Default: the file that the configuration names.")
        private @Nullable Path checkpoints;

        Verify(Program program, Terminal terminal) {
            this.program = program;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            AuditReport report =
                    program.verifyAudit(place.read(terminal.environment()), Optional.ofNullable(checkpoints));
            if (report.broken().isPresent()) {
                throw new CommandFailed(
                        "the audit is broken: " + report.broken().get());
            }
            terminal.say("the audit is whole: " + report.entries() + " entries in " + report.links()
                    + " links, against " + report.checkpoints() + " checkpoints");
            return ExitCodes.OK;
        }
    }

    /// `countersign audit export`.
    @Command(
            name = "export",
            description = "Writes entries as JSON, one a line, oldest first.",
            footer = {
                "",
                "Example:",
                "  countersign audit export --config countersign.yaml --tenant 100000000001 >audit.jsonl",
            })
    static final class Export implements Callable<Integer> {
        private final Program program;
        private final Terminal terminal;

        @Mixin
        private Place place = new Place();

        @Option(names = "--tenant", paramLabel = "UIN", description = "Only this tenant's. Default: everybody's.")
        private @Nullable Long tenant;

        @Option(
                names = "--after",
                paramLabel = "SEQ",
                defaultValue = "0",
                description = "Only entries after this number, to go on where an earlier export ended.")
        private long after;

        Export(Program program, Terminal terminal) {
            this.program = program;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            program.exportAudit(
                    place.read(terminal.environment()),
                    Optional.ofNullable(tenant),
                    after,
                    row -> terminal.out().println(AuditLines.line(row)));
            terminal.out().flush();
            return ExitCodes.OK;
        }
    }
}
