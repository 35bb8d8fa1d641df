package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Running;
import dev.countersign.server.cli.Terminal;
import dev.countersign.server.console.explorer.Catalogue;
import dev.countersign.server.console.explorer.Entry;
import dev.countersign.value.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `countersign call` signs every action that it lists, with the examples that are published for its parameters.
final class EveryActionCallTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ByteArrayInputStream(new byte[0]),
                Map.of(),
                Running::close);
        return new CommandLineInterface(new Launcher(Given.system(), Map.of()), terminal)
                .run(arguments.toArray(String[]::new));
    }

    @Test
    void every_listed_action_is_signed_with_the_examples_of_its_parameters() throws IOException {
        Map<List<String>, Entry> running = new LinkedHashMap<>();
        Published.of(services -> new Catalogue(services.registry(), services.dialects()).all())
                .forEach(entry -> running.put(
                        List.of(
                                entry.product().dialect(),
                                entry.product().name(),
                                entry.product().version(),
                                entry.name()),
                        entry));
        assertThat(run(List.of("call", "--list", "--json"))).isZero();
        Value.Items listed = (Value.Items) Json.read(Bytes.utf8(out.toString().strip()), "list");
        assertThat(listed.items()).hasSize(running.size()).hasSizeGreaterThan(50);
        for (Value one : listed.items()) {
            Value.Fields action = (Value.Fields) one;
            Entry entry = Optional.ofNullable(running.remove(List.of(
                            text(action, "dialect"),
                            text(action, "product"),
                            text(action, "version"),
                            text(action, "action"))))
                    .orElseThrow(() -> new AssertionError("does not run: " + action));
            List<String> arguments = new ArrayList<>(
                    List.of("call", text(action, "action"), "--version", text(action, "version"), "--dry-run"));
            Map<String, String> examples = new LinkedHashMap<>();
            collect(entry.request(), "", examples);
            List<String> names = new ArrayList<>();
            for (Value parameter : items(action, "parameters")) {
                String name = text((Value.Fields) parameter, "name");
                names.add(name);
                arguments.addAll(List.of("-p", name + "=" + examples.get(name)));
            }
            assertThat(names).as(entry.address()).containsExactlyElementsOf(examples.keySet());
            assertThat(run(arguments)).as("%s: %s", arguments, err).isZero();
            assertThat(err.toString()).as(entry.address()).isEmpty();
            assertThat(out.toString())
                    .as(entry.address())
                    .contains("request to http://127.0.0.1:7300:", entry.own() ? "Bearer ******" : "string to sign");
        }
        assertThat(running).isEmpty();
    }

    private static String text(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static List<Value> items(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Items items ? items.items() : List.of();
    }

    private static void collect(RecordShape shape, String prefix, Map<String, String> examples) {
        for (Member member : shape.members()) {
            RecordShape inner = member.object();
            String example = member.field().example();
            if (inner == null) {
                examples.put(prefix + member.name(), example);
            } else if (member.list()) {
                examples.put(
                        prefix + member.name(),
                        example.startsWith("[")
                                ? example
                                : Json.write(new Value.Items(List.of(sample(inner))))
                                        .toUtf8());
            } else {
                collect(inner, prefix + member.name() + ".", examples);
            }
        }
    }

    private static Value.Fields sample(RecordShape shape) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Member member : shape.members()) {
            RecordShape inner = member.object();
            Value one = inner == null ? Value.text(member.field().example()) : sample(inner);
            fields.put(member.name(), member.list() ? new Value.Items(List.of(one)) : one);
        }
        return new Value.Fields(fields);
    }
}
