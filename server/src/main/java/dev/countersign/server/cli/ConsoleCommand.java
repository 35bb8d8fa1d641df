package dev.countersign.server.cli;

import dev.countersign.server.cli.Program.App;
import dev.countersign.server.cli.Program.Invitation;
import dev.countersign.server.cli.Program.Invited;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConsoleConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `countersign console`: who gets into the console of a server for real use.
@Command(
        name = "console",
        description = "Invites people to the console of serve.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  countersign console invite ann --config countersign.yaml",
        })
final class ConsoleCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// `countersign console invite`.
    @Command(
            name = "invite",
            description =
                    "Adds a user who may sign in to the console, or gives one that there is another password. What"
                            + " it shows is shown once.",
            footer = {
                "",
                "Example:",
                "  countersign console invite ann --config countersign.yaml",
                "",
                "The password is replaced at the first sign-in. Where an authenticator app is",
                "demanded and none is set up, that is done there, too, with the administrator's",
                "code that is shown, within a day. Unless --no-app is given, one is demanded of",
                "a user of whom nothing else is. What the user may do there, the configuration",
                "says: console.owners, .operators, .auditors. It works beside a server that",
                "runs.",
            })
    static final class Invite implements Callable<Integer> {
        private final Program program;
        private final Terminal terminal;

        @Mixin
        private ConfigFile file = new ConfigFile();

        @Parameters(paramLabel = "NAME", description = "The user's name: letters, digits and +=,.@_-")
        private String name = "";

        @Option(
                names = "--tenant",
                paramLabel = "UIN",
                description =
                        "Whose user it is. Default: the installation's own tenant, where there is one such alone.")
        private @Nullable Long tenant;

        @Option(
                names = "--no-app",
                description = "Demands no authenticator app. What is demanded at a login already stays so.")
        private boolean noApp;

        Invite(Program program, Terminal terminal) {
            this.program = program;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Configuration configuration = file.read(terminal.environment());
            Invited invited = program.invite(configuration, new Invitation(name, Optional.ofNullable(tenant), !noApp));
            terminal.say((invited.added() ? "added the user " + name : "gave the user " + name + " another password")
                    + "; this is shown only now");
            terminal.say("");
            terminal.say("  UIN                   " + invited.uin());
            terminal.say("  password              " + invited.password().reveal());
            String app = switch (invited.app()) {
                case App.None none -> "";
                case App.Stays stays -> "; the authenticator app that is set up already stays, and is asked for there";
                case App.First first -> {
                    terminal.say("  administrator's code  " + first.code().reveal());
                    yield "; the code sets up an authenticator app there, within a day";
                }
            };
            terminal.say("");
            terminal.say("the password is replaced at the first sign-in" + app);
            terminal.say("");
            terminal.say(next(configuration, Long.toString(invited.uin())));
            return ExitCodes.OK;
        }

        /// What is still to be done, with what the configuration has already.
        private static String next(Configuration configuration, String uin) {
            ConsoleConfig console = configuration.console();
            Optional<String> role = role(console, uin);
            Optional<String> address = configuration.challenge().publicUrl();
            if (console.enabled() && role.isPresent() && address.isPresent()) {
                return "sign in as " + role.get() + " at " + address.get() + "/console";
            }
            StringBuilder text = new StringBuilder("put this into the configuration, and start the server again\n\n");
            if (!console.enabled() || role.isEmpty()) {
                text.append("  console:\n    enabled: on\n");
            }
            if (role.isEmpty()) {
                List<String> owners = new ArrayList<>(new TreeSet<>(console.owners()));
                owners.add(uin);
                text.append("    owners: [")
                        .append(String.join(", ", owners))
                        .append("]   # or operators, or auditors\n");
            }
            if (address.isEmpty()) {
                text.append("  challenge:\n    public-url: \"https://mfa.example.com\"   # as browsers reach it\n");
            }
            return text.append("\nthen sign in at ")
                    .append(address.orElse("that address"))
                    .append(address.isPresent() ? "/console" : ", at /console")
                    .toString();
        }

        private static Optional<String> role(ConsoleConfig console, String uin) {
            if (console.owners().contains(uin)) {
                return Optional.of("owner");
            }
            if (console.operators().contains(uin)) {
                return Optional.of("operator");
            }
            return console.auditors().contains(uin) ? Optional.of("auditor") : Optional.empty();
        }
    }
}
