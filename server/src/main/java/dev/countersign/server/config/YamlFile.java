package dev.countersign.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads the keys of a YAML file with the lines that they stand in. `a: {b: 1}` and `a.b: 1` are the same
/// key.
final class YamlFile {
    private final Path path;
    private final Vocabulary known;
    private final List<Problem> problems;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /// A value that was found.
    ///
    /// @param raw the value as it was written
    /// @param origin file and line
    record Found(Raw raw, String origin) {}

    /// @param known the keys that there are
    /// @param problems takes what is wrong
    YamlFile(Path path, Vocabulary known, List<Problem> problems) {
        this.path = path;
        this.known = known;
        this.problems = problems;
    }

    Map<String, Found> read() {
        try {
            String text = Files.readString(path);
            LoadSettings settings =
                    LoadSettings.builder().setLabel(path.toString()).build();
            new Compose(settings).composeString(text).ifPresent(this::root);
        } catch (MarkedYamlEngineException broken) {
            String where = broken.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1))
                    .orElse("");
            problems.add(new Problem(path + where, "not YAML: " + broken.getProblem()));
        } catch (YamlEngineException broken) {
            problems.add(new Problem(path.toString(), "not YAML"));
        } catch (IOException unreadable) {
            problems.add(new Problem(path.toString(), "can't be read"));
        }
        return found;
    }

    private void root(Node node) {
        if (node instanceof MappingNode mapping) {
            walk(mapping, "");
        } else {
            problems.add(new Problem(origin(node), "must be keys with values"));
        }
    }

    private void walk(MappingNode mapping, String prefix) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = prefix + scalar(tuple.getKeyNode());
            if (known.has(key)) {
                keep(key, tuple);
            } else if (tuple.getValueNode() instanceof MappingNode deeper && known.begins(key)) {
                walk(deeper, key + ".");
            } else {
                problems.add(new Problem(origin(tuple.getKeyNode()), known.unknown(key)));
            }
        }
    }

    private void keep(String key, NodeTuple tuple) {
        String origin = origin(tuple.getKeyNode());
        Found before = found.putIfAbsent(key, new Found(raw(tuple.getValueNode()), origin));
        if (before != null) {
            problems.add(new Problem(origin, key + " was already set in " + before.origin()));
        }
    }

    private String origin(Node node) {
        return path
                + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }

    private static Raw raw(Node node) {
        return switch (node) {
            case ScalarNode scalar -> new Raw.Scalar(scalar.getValue());
            case SequenceNode list -> items(list);
            case MappingNode mapping -> pairs(mapping);
            default -> new Raw.Nested();
        };
    }

    private static Raw items(SequenceNode list) {
        List<String> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                return new Raw.Nested();
            }
            items.add(scalar.getValue());
        }
        return new Raw.Items(items);
    }

    private static Raw pairs(MappingNode mapping) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
                return new Raw.Nested();
            }
            pairs.put(scalar(tuple.getKeyNode()), scalar.getValue());
        }
        return new Raw.Pairs(pairs);
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }
}
