package dev.countersign.delivery.http;

import dev.countersign.delivery.http.HttpCarrierSettings.Body;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A body with placeholders, read once. It is written from its parts and never by joining texts, so that no
/// value can break out of its place.
sealed interface Template {
    /// No body.
    record Empty() implements Template {}

    /// A form.
    record Pairs(List<Pair> pairs) implements Template {}

    /// A name of a form, and its value.
    record Pair(String name, Phrase value) {}

    /// A JSON document whose texts are phrases.
    record Document(Value value) implements Template {}

    /// Reads one.
    ///
    /// @throws IllegalArgumentException when it is not of its kind, or for a placeholder that is broken or
    ///     unknown
    static Template of(Body body) {
        return switch (body) {
            case Body.None none -> new Empty();
            case Body.Form form ->
                new Pairs(Documents.form(Bytes.utf8(form.template()))
                        .orElseThrow(() -> new IllegalArgumentException("the body is no form: name=value joined by &"))
                        .stream()
                        .map(pair -> new Pair(pair.name(), Phrase.of(pair.value())))
                        .toList());
            case Body.Json json -> {
                Value value = Documents.json(Bytes.utf8(json.template()))
                        .orElseThrow(() -> new IllegalArgumentException("the body is no JSON"));
                texts(value).forEach(Phrase::of);
                yield new Document(value);
            }
        };
    }

    /// Every text with placeholders.
    default Stream<Phrase> phrases() {
        return switch (this) {
            case Empty empty -> Stream.empty();
            case Pairs pairs -> pairs.pairs().stream().map(Pair::value);
            case Document document -> texts(document.value()).map(Phrase::of);
        };
    }

    /// The value of `Content-Type`; empty for no body.
    default String contentType() {
        return switch (this) {
            case Empty empty -> "";
            case Pairs pairs -> "application/x-www-form-urlencoded; charset=utf-8";
            case Document document -> "application/json; charset=utf-8";
        };
    }

    /// The bytes for a message.
    default Bytes filled(Placeholder.Filling filling) {
        return switch (this) {
            case Empty empty -> Bytes.none();
            case Pairs pairs ->
                Bytes.utf8(Form.write(pairs.pairs().stream()
                        .map(pair -> new Form.Pair(pair.name(), pair.value().filled(filling)))
                        .toList()));
            case Document document -> Json.write(filled(document.value(), filling));
        };
    }

    private static Value filled(Value value, Placeholder.Filling filling) {
        return switch (value) {
            case Value.Text text -> Value.text(Phrase.of(text.text()).filled(filling));
            case Value.Items items ->
                new Value.Items(items.items().stream()
                        .map(item -> filled(item, filling))
                        .toList());
            case Value.Fields fields -> {
                Map<String, Value> filled = new LinkedHashMap<>();
                fields.fields().forEach((name, member) -> filled.put(name, filled(member, filling)));
                yield new Value.Fields(filled);
            }
            case Value.Number number -> number;
            case Value.Flag flag -> flag;
            case Value.Nothing nothing -> nothing;
        };
    }

    private static Stream<String> texts(Value value) {
        return switch (value) {
            case Value.Text text -> Stream.of(text.text());
            case Value.Items items -> items.items().stream().flatMap(Template::texts);
            case Value.Fields fields -> fields.fields().values().stream().flatMap(Template::texts);
            case Value.Number number -> Stream.empty();
            case Value.Flag flag -> Stream.empty();
            case Value.Nothing nothing -> Stream.empty();
        };
    }
}
