package dev.countersign.server.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
import java.util.TreeSet;
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
            return new LinkedHashSet<>(items(raw));
        }
        if (type.getRawType() == Map.class) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            pairs(raw).forEach((name, count) -> counts.put(name, whole(count)));
            return counts;
        }
        throw unsupported(type);
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

    private static Map<String, String> pairs(Raw raw) {
        return switch (raw) {
            case Raw.Pairs written -> written.pairs();
            case Raw.Scalar one ->
                Arrays.stream(one.text().split(","))
                        .map(pair -> pair.split("=", 2))
                        .peek(Values::requirePair)
                        .collect(Collectors.toMap(
                                pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> b, LinkedHashMap::new));
            case Raw.Items list -> throw notPairs();
            case Raw.Nested nested -> throw notPairs();
        };
    }

    private static void requirePair(String[] pair) {
        if (pair.length != 2) {
            throw notPairs();
        }
    }

    private static IllegalArgumentException notPairs() {
        return new IllegalArgumentException("must be names with numbers such as {\"852\": 500, \"*\": 100}");
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
            case Set<?> set -> new TreeSet<>(set).toString();
            case Map<?, ?> map ->
                new TreeMap<>(map)
                        .entrySet().stream()
                                .map(pair -> "\"" + pair.getKey() + "\": " + pair.getValue())
                                .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /// What a value of this type must be, for the reference.
    String kind(Type type) {
        if (type instanceof ParameterizedType container) {
            if (container.getRawType() == Optional.class) {
                return kind(container.getActualTypeArguments()[0]);
            }
            return container.getRawType() == Set.class ? "list" : "names with whole numbers";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "one of `" + choices(plain).replace(" | ", "`, `") + "`";
        }
        return switch (plain.getSimpleName()) {
            case "int", "Integer" -> "whole number";
            case "boolean" -> "on or off";
            case "Duration" -> "duration";
            case "Path" -> "path";
            case "SecretReference" -> "reference to a secret";
            default -> "text";
        };
    }
}
