package dev.countersign.server.config;

import dev.countersign.delivery.template.TemplateText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads and shows the kinds of values that a key can have.
final class Values {
    /// Reads a value as this type.
    ///
    /// @throws IllegalArgumentException saying what it must be, without repeating it
    Object read(Type type, Raw raw) {
        return switch (type) {
            case ParameterizedType container -> inContainer(container, raw);
            case Class<?> plain -> scalar(plain, raw);
            default -> throw unsupported(type);
        };
    }

    private Object inContainer(ParameterizedType type, Raw raw) {
        if (type.getRawType() == Optional.class) {
            return Optional.of(read(type.getActualTypeArguments()[0], raw));
        }
        if (type.getRawType() == Set.class) {
            Class<?> each = (Class<?>) type.getActualTypeArguments()[0];
            Set<Object> set = new LinkedHashSet<>();
            items(raw).forEach(item -> set.add(scalar(each, new Raw.Scalar(item))));
            return set;
        }
        if (type.getRawType() == Map.class) {
            Class<?> each = (Class<?>) type.getActualTypeArguments()[1];
            Map<String, Object> map = new LinkedHashMap<>();
            pairs(raw, example(each)).forEach((name, value) -> map.put(name, scalar(each, new Raw.Scalar(value))));
            return map;
        }
        throw unsupported(type);
    }

    private static String example(Class<?> each) {
        return each == String.class
                ? "must be names with texts such as {a: b, \"*\": c}"
                : "must be names with numbers such as {\"852\": 500, \"*\": 100}";
    }

    private static List<String> items(Raw raw) {
        return switch (raw) {
            case Raw.Items list -> list.items();
            case Raw.Scalar one ->
                Arrays.stream(one.text().split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
            case Raw.Pairs pairs -> throw new IllegalArgumentException("must be a list such as [852, 65]");
            case Raw.Nested nested -> throw new IllegalArgumentException("must be a list such as [852, 65]");
        };
    }

    private static Map<String, String> pairs(Raw raw, String otherwise) {
        return switch (raw) {
            case Raw.Pairs written -> written.pairs();
            case Raw.Scalar one ->
                Arrays.stream(one.text().split(","))
                        .map(pair -> pair.split("=", 2))
                        .peek(pair -> requirePair(pair, otherwise))
                        .collect(Collectors.toMap(
                                pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> b, LinkedHashMap::new));
            case Raw.Items list -> throw new IllegalArgumentException(otherwise);
            case Raw.Nested nested -> throw new IllegalArgumentException(otherwise);
        };
    }

    private static void requirePair(String[] pair, String otherwise) {
        if (pair.length != 2) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static Object scalar(Class<?> type, Raw raw) {
        if (!(raw instanceof Raw.Scalar(String text))) {
            throw new IllegalArgumentException("must be one value, not a list or a mapping");
        }
        if (type == String.class) {
            return required(text);
        } else if (type == int.class || type == Integer.class) {
            return whole(text);
        } else if (type == boolean.class) {
            return flag(text);
        } else if (type == Duration.class) {
            return Durations.parse(text);
        } else if (type == Path.class) {
            return Path.of(required(text));
        } else if (type == SecretReference.class) {
            return new SecretReference(text);
        } else if (type == Long.class) {
            return wholeLong(text);
        } else if (type == BigDecimal.class) {
            return number(text);
        } else if (type == TemplateText.class) {
            return TemplateText.parse(required(text));
        } else if (type.isEnum()) {
            return choice(type, text);
        }
        throw unsupported(type);
    }

    private static String required(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        return text;
    }

    private static Integer whole(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException no) {
            throw new IllegalArgumentException("must be a whole number", no);
        }
        throw new IllegalArgumentException("must not be negative");
    }

    private static Long wholeLong(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Long.valueOf(text);
    }

    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,18}([.][0-9]{1,9})?")) {
            throw new IllegalArgumentException("must be a number such as 12 or 0.0075");
        }
        return new BigDecimal(text);
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw new IllegalArgumentException("must be on or off");
        };
    }

    private static Object choice(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be " + choices(type)));
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Values::word).collect(Collectors.joining(" | "));
    }

    private static IllegalStateException unsupported(Type type) {
        return new IllegalStateException("no key can be of type " + type.getTypeName());
    }

    /// The value as it would be written; a secret only as its reference, an absent one as empty.
    String show(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(this::show).orElse("");
            case Duration duration -> Durations.show(duration);
            case Boolean flag -> flag ? "on" : "off";
            case Enum<?> constant -> word(constant);
            case SecretReference reference -> reference.text();
            case Set<?> set -> set.stream().map(this::show).sorted().collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                new TreeMap<>(map)
                        .entrySet().stream()
                                .map(pair -> "\"" + pair.getKey() + "\": " + pair.getValue())
                                .collect(Collectors.joining(", ", "{", "}"));
            // One line each, whatever was written over several.
            default -> value.toString().strip().replace("\n", "\\n");
        };
    }

    /// What a value of this type must be, for the reference.
    String kind(Type type) {
        if (type instanceof ParameterizedType container) {
            if (container.getRawType() == Optional.class) {
                return kind(container.getActualTypeArguments()[0]);
            }
            if (container.getRawType() == Set.class) {
                return listOf((Class<?>) container.getActualTypeArguments()[0]);
            }
            return container.getActualTypeArguments()[1] == String.class
                    ? "names with texts"
                    : "names with whole numbers";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "one of `" + choices(plain).replace(" | ", "`, `") + "`";
        }
        return switch (plain.getSimpleName()) {
            case "int", "Integer", "Long" -> "whole number";
            case "BigDecimal" -> "number";
            case "TemplateText" -> "text with placeholders";
            case "boolean" -> "on or off";
            case "Duration" -> "duration";
            case "Path" -> "path";
            case "SecretReference" -> "reference to a secret";
            default -> "text";
        };
    }

    private static String listOf(Class<?> each) {
        return each.isEnum() ? "list of `" + choices(each).replace(" | ", "`, `") + "`" : "list";
    }
}
