package dev.countersign.server.cli;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.config.Durations;
import dev.countersign.server.config.SecretReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `countersign inbox`: reads what a dev world sent.
@Command(
        name = "inbox",
        description = "Shows the messages that a dev world would have sent, newest first.",
        footer = {
            "",
            "Examples:",
            "  countersign inbox",
            "  CODE=$(countersign inbox --to +85261234567 --wait 10s --code)",
            "  countersign inbox --channel email --json",
            "",
            "Exit codes: 0 shown, 1 no message came in time (with --wait or --code), or",
            "no dev world answers, 2 called wrongly."
        })
final class InboxCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST = 1000;

    private final Terminal terminal;

    /// How a message came.
    enum Way {
        /// A text message.
        SMS,
        /// A call.
        VOICE,
        /// A mail.
        EMAIL
    }

    @Option(
            names = "--to",
            paramLabel = "WHOM",
            description = "Only to this number (with its country code) or address.")
    private @Nullable String to;

    @Option(names = "--channel", paramLabel = "sms|voice|email", description = "Only by this channel.")
    private @Nullable Way channel;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "Waits so long for a message when there is none yet; at most 60s.")
    private @Nullable Duration wait;

    @Option(names = "--code", description = "Shows the newest message's code alone.")
    private boolean code;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at the most. Default: 20.")
    private int limit;

    @Option(names = "--json", description = "Answers in JSON, for scripts.")
    private boolean json;

    @Option(
            names = "--dev-token",
            paramLabel = "REFERENCE",
            description = "Where the token is that the world was started with: env:NAME or file:/path.")
    private @Nullable String token;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7300",
            description = "Where the dev world is. Default: http://127.0.0.1:7300.")
    private URI endpoint = URI.create("http://127.0.0.1:7300");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (code && json) {
            throw misused("--code and --json can't be had together");
        }
        if (limit < 1 || limit > MOST) {
            throw misused("--limit must be 1 to " + MOST);
        }
        if (wait != null && wait.compareTo(LONGEST) > 0) {
            throw misused("--wait must be at most 60s");
        }
        URI server = Endpoint.of(endpoint);
        List<Value.Fields> messages = new DevInbox(server, reference()).read(query());
        boolean needed = code || wait != null;
        if (messages.isEmpty() && needed) {
            throw new CommandFailed("no message" + (to == null ? "" : " to " + TextTable.printable(to)) + " came"
                    + (wait == null ? "" : " within " + Durations.show(wait)));
        }
        show(messages);
        return ExitCodes.OK;
    }

    private String reference() {
        try {
            return token == null
                    ? ""
                    : new SecretReference(token).resolve(terminal.environment()).reveal();
        } catch (IllegalArgumentException wrong) {
            throw misused("--dev-token " + wrong.getMessage());
        }
    }

    private String query() {
        List<Form.Pair> pairs = new ArrayList<>(List.of(new Form.Pair("limit", Integer.toString(code ? 1 : limit))));
        if (to != null) {
            pairs.add(new Form.Pair("to", to));
        }
        if (channel != null) {
            pairs.add(new Form.Pair("channel", channel.name().toLowerCase(Locale.ROOT)));
        }
        if (wait != null) {
            pairs.add(new Form.Pair("wait", wait.toMillis() + "ms"));
        }
        return Form.write(pairs);
    }

    private void show(List<Value.Fields> messages) {
        if (json) {
            terminal.say(Json.write(new Value.Items(List.copyOf(messages))).toUtf8());
            return;
        }
        if (code) {
            String found = DevInbox.text(messages.getFirst(), "code");
            if (found.isEmpty()) {
                throw new CommandFailed("the newest message is a notice, without a code");
            }
            terminal.say(TextTable.printable(found));
            return;
        }
        if (messages.isEmpty()) {
            terminal.say("no messages");
            return;
        }
        TextTable table = new TextTable(TextTable.width(terminal.environment().getOrDefault("COLUMNS", "")))
                .row("TIME", "CHANNEL", "TO", "CODE", "PURPOSE", "TEXT");
        for (Value.Fields one : messages) {
            String found = DevInbox.text(one, "code");
            table.row(
                    DevInbox.text(one, "createdAt").replaceFirst("\\.[0-9]+Z$", "Z"),
                    DevInbox.text(one, "channel"),
                    DevInbox.text(one, "to"),
                    found.isEmpty() ? "-" : found,
                    DevInbox.text(one, "purpose"),
                    DevInbox.text(one, "text"));
        }
        table.lines().forEach(terminal::say);
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
