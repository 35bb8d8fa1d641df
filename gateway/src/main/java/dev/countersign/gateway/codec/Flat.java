package dev.countersign.gateway.codec;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Flattened parameters: `A.B` is the member B of A, `A.0` the first item of A. Indexes start at 0 without gaps
/// and come in any order (the Java SDK's is that of a hash map).
public final class Flat {
    /// How deep names may nest.
    public static final int MOST_DEPTH = 32;

    private final int first;

    private Flat(int first) {
        this.first = first;
    }

    /// Builds the tree; its leaves are loose texts, since a flat form knows nothing else.
    ///
    /// @throws Refused with [CallRefusal.Malformed]: `REPEATED` when a name is both a value and a parent,
    ///     `ARRAY_NOT_DENSE`, `EMPTY_NAME`, or `TOO_DEEP_OR_MANY`
    public static Value.Fields tree(List<Pair> pairs) {
        return tree(pairs, 0);
    }

    /// The same where a list's first item has another index.
    ///
    /// @param first the index of a list's first item
    public static Value.Fields tree(List<Pair> pairs, int first) {
        Node root = new Node();
        pairs.forEach(pair -> add(root, pair));
        return new Flat(first).fields(root, "");
    }

    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private @Nullable String text;
    }

    private static void add(Node root, Pair pair) {
        String[] segments = pair.name().split("\\.", MOST_DEPTH + 1);
        if (segments.length > MOST_DEPTH) {
            throw refused(Malformation.TOO_DEEP_OR_MANY, pair.name());
        }
        Node node = root;
        for (String segment : segments) {
            if (segment.isEmpty()) {
                throw refused(Malformation.EMPTY_NAME, pair.name());
            }
            if (node.text != null) {
                throw refused(Malformation.REPEATED, pair.name());
            }
            node = node.children.computeIfAbsent(segment, name -> new Node());
        }
        if (node.text != null || !node.children.isEmpty()) {
            throw refused(Malformation.REPEATED, pair.name());
        }
        node.text = pair.value();
    }

    private Value value(Node node, String path) {
        if (node.text != null) {
            return new Value.Text(node.text, true);
        }
        return node.children.keySet().stream().anyMatch(Flat::isIndex) ? items(node, path) : fields(node, path + ".");
    }

    private Value.Fields fields(Node node, String prefix) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.children.forEach((name, child) -> fields.put(name, value(child, prefix + name)));
        return new Value.Fields(fields);
    }

    private Value.Items items(Node node, String path) {
        List<Value> items = new ArrayList<>(node.children.size());
        for (int i = 0; i < node.children.size(); i++) {
            Node item = node.children.get(Integer.toString(first + i));
            if (item == null) {
                throw refused(Malformation.ARRAY_NOT_DENSE, path);
            }
            items.add(value(item, path + "." + (first + i)));
        }
        return new Value.Items(items);
    }

    private static boolean isIndex(String segment) {
        return segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Flattens a tree. What a flat form can't say is left out: null, and empty objects and lists.
    public static List<Pair> pairs(Value.Fields fields) {
        return pairs(fields, 0);
    }

    /// The same where a list's first item has another index.
    ///
    /// @param first the index of a list's first item
    public static List<Pair> pairs(Value.Fields fields, int first) {
        List<Pair> pairs = new ArrayList<>();
        Flat flat = new Flat(first);
        fields.fields().forEach((name, value) -> flat.flatten(name, value, pairs));
        return pairs;
    }

    private void flatten(String name, Value value, List<Pair> pairs) {
        switch (value) {
            case Value.Text text -> pairs.add(new Pair(name, text.text()));
            case Value.Number number -> pairs.add(new Pair(name, number.literal()));
            case Value.Flag flag -> pairs.add(new Pair(name, Boolean.toString(flag.value())));
            case Value.Nothing nothing -> {}
            case Value.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    flatten(name + "." + (first + i), items.items().get(i), pairs);
                }
            }
            case Value.Fields members ->
                members.fields().forEach((member, inner) -> flatten(name + "." + member, inner, pairs));
        }
    }

    private static Refused refused(Malformation kind, String subject) {
        return new Refused(new CallRefusal.Malformed(kind, subject));
    }
}
