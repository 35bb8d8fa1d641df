package dev.countersign.server.cli;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.server.config.SecretReference;
import dev.countersign.server.console.explorer.Answered;
import dev.countersign.server.console.explorer.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `countersign call`: signs a call as its cloud's SDKs do, sends it, and shows the answer.
@Command(
        name = "call",
        description = "Signs and sends a call of any published action, of either cloud or our own API.",
        footer = {
            "",
            "Examples:",
            "  countersign call SendVerifyCode -p CountryCode=852 -p PhoneNum=61234567",
            "  countersign call StartVerification --param to=+85261234567 --json",
            "  countersign call GetCallerIdentity --version 2015-04-01 --dry-run",
            "  countersign call AddUser --key AKID... --secret env:SECRET -p Name=carol",
            "  countersign call --list verif",
            "  countersign call CreateAccount --help                           what it takes",
            "",
            "A list is given by giving its parameter several times, or as a JSON array;",
            "a member of an object by its path, as Filter.Name=x. What is wrong with a",
            "value is for the server to say.",
            "",
            "Exit codes: 0 answered, 1 no answer came, 2 called wrongly, 3 the server",
            "refused the call."
        })
final class CallCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "ACTION",
            completionCandidates = KnownActions.class,
            description = "The action's name, as the vendor writes it.")
    private @Nullable String action;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter; as often as needed.")
    private List<String> parameters = List.of();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description = "Which, where an action of this name has several.")
    private @Nullable String version;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Who calls: root, alice, bob, other or bare of a dev world (root, unless said otherwise), or"
                    + " an access key's id with --secret.")
    private @Nullable String key;

    @Option(
            names = "--secret",
            paramLabel = "REFERENCE",
            description = "Where the key's secret, or the key of our own API, is: env:NAME or file:/path.")
    private @Nullable String secret;

    @Option(
            names = "--token",
            paramLabel = "REFERENCE",
            description = "Where a temporary key's token is: env:NAME or file:/path.")
    private @Nullable String token;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            completionCandidates = SchemeWords.class,
            description = "How to sign: tc3, v1-sha1, v1-sha256, acs3, rpc-v1 or bearer. The action's cloud's newest,"
                    + " unless said otherwise.")
    private @Nullable String scheme;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7300",
            description = "Where the server is. Default: http://127.0.0.1:7300.")
    private URI endpoint = URI.create("http://127.0.0.1:7300");

    @Option(
            names = "--dry-run",
            description = "Sends nothing: shows the steps of the signature and the request. A derived key among them"
                    + " is as good as the secret for a day.")
    private boolean dry;

    @Option(names = "--json", description = "Answers in JSON, for scripts.")
    private boolean json;

    @Option(names = "--list", description = "Shows the actions whose name, product or version holds ACTION.")
    private boolean list;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CallCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /// The action as typed; nothing where none was.
    @Nullable String action() {
        return action;
    }

    /// The words of the schemes, for a shell to complete.
    static final class SchemeWords extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        SchemeWords() {
            super(Stream.of(Scheme.values()).map(Scheme::word).toList());
        }
    }

    @Override
    public Integer call() {
        CallText text = new CallText(terminal, json);
        KnownActions known = new KnownActions();
        if (list) {
            text.actions(known.search(action == null ? "" : action).toList());
            return ExitCodes.OK;
        }
        if (action == null) {
            throw misused("ACTION is missing; countersign call --list shows all");
        }
        URI server = Endpoint.of(endpoint);
        Outgoing call;
        Scheme how;
        SigningKey who;
        try {
            KnownAction found = known.find(action, Optional.ofNullable(version));
            how = scheme(found);
            who = key(found);
            CallParameters given = CallParameters.of(found, parameters);
            given.doubts().forEach(doubt -> terminal.complain("countersign call: " + doubt));
            call = outgoing(found, how, server, given);
        } catch (IllegalArgumentException wrong) {
            throw misused(String.valueOf(wrong.getMessage()));
        }
        Signed signed = how.signer().sign(call, who);
        if (dry) {
            text.dry(how, server, signed);
            return ExitCodes.OK;
        }
        Answered answer = new Wire(server::toString, System::nanoTime)
                .send(signed)
                .orElseThrow(() -> new CommandFailed(Endpoint.silent(server)));
        return text.answer(answer);
    }

    private Outgoing outgoing(KnownAction found, Scheme how, URI server, CallParameters given) {
        return new Outgoing(
                new Outgoing.Address(found.method(), server.getRawAuthority(), found.path()),
                new Outgoing.Asked(found.name(), found.version(), found.product()),
                given.fields(),
                program.moment(how));
    }

    private Scheme scheme(KnownAction found) {
        List<Scheme> able = Scheme.of(found.dialect());
        return scheme == null
                ? able.getFirst()
                : Scheme.named(scheme)
                        .filter(able::contains)
                        .orElseThrow(() -> new IllegalArgumentException("--scheme of " + found.name() + " can be "
                                + able.stream().map(Scheme::word).collect(Collectors.joining(", "))));
    }

    private SigningKey key(KnownAction found) {
        Optional<String> with = Optional.ofNullable(token).map(this::reveal);
        if (secret != null) {
            if (key == null && !found.own()) {
                throw new IllegalArgumentException("--secret needs the --key that it belongs to");
            }
            return new SigningKey(
                    key == null ? "" : key, new SecretReference(secret).resolve(terminal.environment()), with);
        }
        List<String> names = program.devKeys().stream()
                .filter(one -> one.own() == found.own())
                .map(Program.DevKey::name)
                .toList();
        String wanted = key == null ? names.getFirst() : key;
        return program.devKeys().stream()
                .filter(one -> one.own() == found.own() && one.name().equals(wanted))
                .findFirst()
                .map(Program.DevKey::key)
                .orElseThrow(() -> new IllegalArgumentException("--key " + wanted
                        + " is no key of a dev world for this action (" + String.join(", ", names)
                        + "); another one needs --secret env:NAME or file:/path"));
    }

    private String reveal(String reference) {
        return new SecretReference(reference).resolve(terminal.environment()).reveal();
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
