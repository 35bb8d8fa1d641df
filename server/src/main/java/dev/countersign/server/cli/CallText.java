package dev.countersign.server.cli;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.explorer.Answered;
import dev.countersign.server.console.explorer.JsonText;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what became of a call: tables for people, JSON for scripts.
///
/// @param terminal where it is read
/// @param json whether a script reads it
record CallText(Terminal terminal, boolean json) {
    private static final String MASKED = "Bearer ******";

    /// An answer.
    ///
    /// @return the exit code
    int answer(Answered answer) {
        if (json) {
            terminal.say(answer.body());
        } else {
            String end = "HTTP " + answer.status() + ", " + answer.millis() + " ms"
                    + (answer.requestId().isEmpty() ? "" : ", request id " + answer.requestId());
            if (answer.refusal().isPresent()) {
                Answered.Told told = answer.refusal().get();
                terminal.complain("countersign call: refused: " + TextTable.printable(told.code()) + " ("
                        + TextTable.printable(end) + ")");
                terminal.complain(TextTable.printable(told.message()));
            } else {
                terminal.say("OK (" + TextTable.printable(end) + ")");
                table(answer.body());
            }
        }
        return answer.fine() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private void table(String body) {
        Optional<Value> read = JsonText.read(body);
        if (read.isEmpty()) {
            body.lines().map(TextTable::printable).forEach(terminal::say);
            return;
        }
        TextTable table = table();
        Value answer = read.get() instanceof Value.Fields fields
                        && fields.fields().get("Response") instanceof Value.Fields inner
                ? inner
                : read.get();
        rows(table, "", answer);
        table.lines().forEach(terminal::say);
    }

    private static void rows(TextTable table, String path, Value value) {
        switch (value) {
            case Value.Fields fields ->
                fields.fields().forEach((name, inner) -> rows(table, path.isEmpty() ? name : path + "." + name, inner));
            case Value.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    rows(table, path + "[" + i + "]", items.items().get(i));
                }
            }
            case Value.Text text -> table.row(path, text.text());
            case Value.Number number -> table.row(path, number.literal());
            case Value.Flag flag -> table.row(path, Boolean.toString(flag.value()));
            case Value.Nothing nothing -> table.row(path, "-");
        }
    }

    /// How a call would be signed and sent.
    void dry(Scheme scheme, URI server, Signed signed) {
        if (json) {
            terminal.say(Json.write(written(scheme, server, signed)).toUtf8());
            return;
        }
        terminal.say("scheme: " + scheme.algorithm());
        for (Signed.Step step : signed.steps()) {
            block(step.kind().word().replace('-', ' ') + " (" + step.name() + ")", step.text());
        }
        StringBuilder request = new StringBuilder(signed.method() + " " + signed.target() + " HTTP/1.1\n");
        headers(signed)
                .forEach(header -> request.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append('\n'));
        block(
                "request to " + server,
                request.append('\n').append(signed.body().toUtf8()).toString().stripTrailing());
    }

    private void block(String title, String text) {
        terminal.say(title + ":");
        text.lines().forEach(line -> terminal.say("  | " + TextTable.printable(line)));
    }

    private static Value.Fields written(Scheme scheme, URI server, Signed signed) {
        Value.Fields headers = Value.Fields.none();
        for (Map.Entry<String, String> header : headers(signed)) {
            headers = headers.plus(header.getKey(), Value.text(header.getValue()));
        }
        return Value.Fields.none()
                .plus("scheme", Value.text(scheme.word()))
                .plus("method", Value.text(signed.method()))
                .plus("url", Value.text(server + signed.target()))
                .plus("headers", headers)
                .plus("body", Value.text(signed.body().toUtf8()))
                .plus(
                        "steps",
                        new Value.Items(signed.steps().stream()
                                .<Value>map(step -> Value.Fields.none()
                                        .plus("step", Value.text(step.kind().word()))
                                        .plus("name", Value.text(step.name()))
                                        .plus("text", Value.text(step.text())))
                                .toList()));
    }

    /// The key of our own API stands in its header as it is: it is not shown.
    private static List<Map.Entry<String, String>> headers(Signed signed) {
        return signed.headers().stream()
                .map(header -> header.getKey().equals("Authorization")
                                && header.getValue().startsWith("Bearer ")
                        ? Map.entry(header.getKey(), MASKED)
                        : header)
                .toList();
    }

    /// The actions that can be called.
    void actions(List<KnownAction> actions) {
        if (json) {
            terminal.say(Json.write(new Value.Items(
                            actions.stream().map(CallText::written).toList()))
                    .toUtf8());
            return;
        }
        if (actions.isEmpty()) {
            terminal.complain("no action is like that");
            return;
        }
        TextTable table = table().row("ACTION", "PRODUCT", "VERSION", "CLOUD", "REQUIRED");
        for (KnownAction one : actions) {
            table.row(
                    one.name(),
                    one.product(),
                    one.version(),
                    one.dialect(),
                    String.join(
                            " ",
                            one.parameters().stream()
                                    .filter(KnownAction.Parameter::required)
                                    .map(KnownAction.Parameter::path)
                                    .toList()));
        }
        table.lines().forEach(terminal::say);
    }

    private static Value written(KnownAction one) {
        return Value.Fields.none()
                .plus("action", Value.text(one.name()))
                .plus("product", Value.text(one.product()))
                .plus("version", Value.text(one.version()))
                .plus("dialect", Value.text(one.dialect()))
                .plus(
                        "parameters",
                        new Value.Items(one.parameters().stream()
                                .<Value>map(parameter -> Value.Fields.none()
                                        .plus("name", Value.text(parameter.path()))
                                        .plus("type", Value.text(parameter.type()))
                                        .plus("list", new Value.Flag(parameter.list()))
                                        .plus("required", new Value.Flag(parameter.required())))
                                .toList()));
    }

    private TextTable table() {
        return new TextTable(TextTable.width(terminal.environment().getOrDefault("COLUMNS", "")));
    }
}
