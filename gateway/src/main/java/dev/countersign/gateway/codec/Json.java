package dev.countersign.gateway.codec;

import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// JSON, strictly RFC 8259: no comments, no NaN, no name twice, UTF-8 and whole characters only; depth, length and
/// count are bounded.
public final class Json {
    /// How deep objects and arrays may nest.
    public static final int MOST_DEPTH = 32;

    /// How many values one document may hold.
    public static final int MOST_VALUES = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNumberLength(64)
                    .maxNameLength(1024)
                    .maxStringLength(10 * 1024 * 1024)
                    .build())
            .build();

    private Json() {}

    /// Reads one document.
    ///
    /// @param subject what a refusal names: the content type
    /// @throws Refused with [CallRefusal.Malformed]: `NOT_JSON`, or `TOO_DEEP_OR_MANY`
    public static Value read(Bytes document, String subject) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8(document, subject))) {
            if (parser.nextToken() == null) {
                throw refused(Malformation.NOT_JSON, subject);
            }
            Value value = new Reader(parser).value();
            if (parser.nextToken() != null) {
                throw refused(Malformation.NOT_JSON, subject);
            }
            return value;
        } catch (StreamConstraintsException beyond) {
            throw refused(Malformation.TOO_DEEP_OR_MANY, subject);
        } catch (StreamReadException broken) {
            throw refused(Malformation.NOT_JSON, subject);
        }
    }

    private static String utf8(Bytes document, String subject) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document.toArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw refused(Malformation.NOT_JSON, subject);
        }
    }

    private static Refused refused(Malformation kind, String subject) {
        return new Refused(new CallRefusal.Malformed(kind, subject));
    }

    private static final class Reader {
        private final JsonParser parser;
        private int values;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        Value value() {
            if (++values > MOST_VALUES) {
                throw refused(Malformation.TOO_DEEP_OR_MANY, "");
            }
            return switch (parser.currentToken()) {
                case VALUE_STRING -> Value.text(unicode(parser.getString()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Number(parser.getString());
                case VALUE_TRUE -> new Value.Flag(true);
                case VALUE_FALSE -> new Value.Flag(false);
                case VALUE_NULL -> new Value.Nothing();
                case START_ARRAY -> items();
                case START_OBJECT -> fields();
                default -> throw refused(Malformation.NOT_JSON, "");
            };
        }

        private Value items() {
            List<Value> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new Value.Items(items);
        }

        private Value fields() {
            Map<String, Value> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = unicode(parser.currentName());
                parser.nextToken();
                fields.put(name, value());
            }
            return new Value.Fields(fields);
        }
    }

    /// Half of a surrogate pair is no character: it has no UTF-8 form and could not be written again.
    private static String unicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw refused(Malformation.NOT_JSON, "");
                }
                i++;
            }
        }
        return text;
    }

    /// Writes one document, compact.
    public static Bytes write(Value value) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, value);
        }
        return Bytes.of(out.toByteArray());
    }

    /// Half a surrogate pair has no UTF-8 form; it is written as U+FFFD, as elsewhere for what can't be encoded.
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
            }
        }
        return text;
    }

    private static void write(JsonGenerator generator, Value value) {
        switch (value) {
            case Value.Text text -> generator.writeString(wellFormed(text.text()));
            case Value.Number number -> generator.writeNumber(number.literal());
            case Value.Flag flag -> generator.writeBoolean(flag.value());
            case Value.Nothing nothing -> generator.writeNull();
            case Value.Items items -> {
                generator.writeStartArray();
                items.items().forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Value.Fields fields -> {
                generator.writeStartObject();
                fields.fields().forEach((name, member) -> {
                    generator.writeName(wellFormed(name));
                    write(generator, member);
                });
                generator.writeEndObject();
            }
        }
    }
}
