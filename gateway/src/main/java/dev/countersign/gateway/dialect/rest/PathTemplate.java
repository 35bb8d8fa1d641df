package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.wire.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A path with parameters, as `/v1/verifications/{id}/check`.
///
/// @param segments what stands between the slashes; a parameter with its braces
record PathTemplate(List<String> segments) {
    static PathTemplate of(String path) {
        return new PathTemplate(split(path));
    }

    private static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /// The names of its parameters, in order.
    List<String> parameters() {
        return segments.stream()
                .filter(PathTemplate::isParameter)
                .map(PathTemplate::name)
                .toList();
    }

    /// The template without the names of its parameters: two of one shape match the same paths.
    List<String> shape() {
        return segments.stream()
                .map(segment -> isParameter(segment) ? "{}" : segment)
                .toList();
    }

    /// Whether a path as sent is one of these. A parameter is never empty.
    boolean matches(String path) {
        List<String> given = split(path);
        if (given.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment) ? given.get(i).isEmpty() : !segment.equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The parameters of a path that matches.
    ///
    /// @throws dev.countersign.refusal.Refused when one is not sound percent-encoded UTF-8
    Value.Fields read(String path) {
        List<String> given = split(path);
        Map<String, Value> parameters = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            if (isParameter(segments.get(i))) {
                String name = name(segments.get(i));
                parameters.put(name, new Value.Text(PercentCoding.decode(given.get(i), false, name), true));
            }
        }
        return new Value.Fields(parameters);
    }
}
