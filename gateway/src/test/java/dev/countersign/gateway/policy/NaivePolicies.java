package dev.countersign.gateway.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws policies and calls, and decides about them as one would by hand: every statement is looked at, patterns
/// by trying, addresses by their bits as text.
final class NaivePolicies {
    private static final List<String> PRODUCTS = List.of("cam", "sts", "ca*", "?ts", "*");
    private static final List<String> ACTIONS = List.of("Get", "GetUser", "AddUser", "Get*", "*User", "*", "???");
    private static final List<String> KINDS = List.of("uin/1", "uin/2", "role/1", "uin/*", "*/1", "*", "uin/?");
    private static final List<String> REGIONS = List.of("", "", "*", "sh", "s?");
    private static final List<String> ACCOUNTS = List.of("", "", "uin/1", "uin/2", "uin/*", "*");
    private static final List<String> BLOCKS =
            List.of("10.1.2.3", "10.0.0.0/8", "10.1.2.0/30", "0.0.0.0/0", "11.0.0.0/7");

    private final Random random;

    NaivePolicies(Random random) {
        this.random = random;
    }

    /// A statement as it is written.
    ///
    /// @param operator empty for no condition
    record Written(
            boolean deny,
            List<String> actions,
            List<String> resources,
            String operator,
            String key,
            List<String> values) {}

    /// A call.
    record Asked(String operation, String resource, String ip, String mfa) {}

    List<List<Written>> policies() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(policy -> IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(statement -> written())
                        .toList())
                .toList();
    }

    private Written written() {
        boolean bare = random.nextInt(3) > 0;
        List<String> operators = List.of(
                "ip_equal",
                "ip_not_equal",
                "bool_equal",
                "string_equal_ignore_case",
                "string_not_equal",
                "ip_equal_if_exist",
                "null_equal",
                "string_like");
        String operator = bare ? "" : one(operators);
        return new Written(
                random.nextInt(4) == 0,
                several(() -> random.nextInt(8) == 0
                        ? "*"
                        : (random.nextBoolean() ? "name/" : "") + one(PRODUCTS) + ":" + one(ACTIONS)),
                several(() -> random.nextInt(3) == 0
                        ? "*"
                        : "qcs::" + one(List.of("cam", "", "*", "sts")) + ":" + one(REGIONS) + ":" + one(ACCOUNTS) + ":"
                                + one(KINDS)),
                operator,
                operator.startsWith("ip_")
                        ? one(List.of("qcs:ip", "qcs:ip", "x:ip"))
                        : operator.equals("null_equal")
                                ? one(List.of("qcs:ip", "x:y"))
                                : one(List.of("qcs:mfaPresent", "x:y")),
                values(operator));
    }

    private List<String> values(String operator) {
        if (operator.startsWith("ip_")) {
            return several(() -> one(BLOCKS));
        }
        if (operator.equals("null_equal")) {
            return List.of(one(List.of("true", "false")));
        }
        return several(() -> one(
                operator.equals("bool_equal")
                        ? List.of("true", "false")
                        : List.of("true", "FALSE", "false", "t*", "*")));
    }

    Asked asked() {
        return new Asked(
                one(List.of("cam:GetUser", "cam:AddUser", "sts:Get", "CAM:getuser")),
                random.nextInt(4) == 0
                        ? "*"
                        : "qcs::" + one(List.of("cam", "sts")) + ":" + one(List.of("", "sh")) + ":uin/1:"
                                + one(List.of("uin/1", "uin/2", "role/1", "a:uin/1:uin/1")),
                one(List.of("10.1.2.3", "10.1.2.4", "10.200.0.1", "11.0.0.1", "192.0.2.1")),
                one(List.of("true", "false")));
    }

    private List<String> several(java.util.function.Supplier<String> drawn) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            all.add(drawn.get());
        }
        return all;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    static String json(List<Written> policy) {
        return "{\"version\":\"2.0\",\"statement\":["
                + policy.stream().map(NaivePolicies::json).collect(Collectors.joining(",")) + "]}";
    }

    private static String json(Written one) {
        String condition = one.operator().isEmpty()
                ? ""
                : ",\"condition\":{\"" + one.operator() + "\":{\"" + one.key() + "\":" + texts(one.values()) + "}}";
        return "{\"effect\":\"" + (one.deny() ? "deny" : "allow") + "\",\"action\":" + texts(one.actions())
                + ",\"resource\":" + texts(one.resources()) + condition + "}";
    }

    private static String texts(List<String> texts) {
        return texts.size() == 1
                ? "\"" + texts.getFirst() + "\""
                : texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    static String decide(List<List<Written>> policies, Asked asked) {
        List<Written> about = policies.stream()
                .flatMap(List::stream)
                .filter(one -> one.actions().stream().anyMatch(action -> action(action, asked.operation())))
                .filter(one -> one.resources().stream().anyMatch(resource -> resource(resource, asked.resource())))
                .filter(one -> condition(one, asked))
                .toList();
        if (about.stream().anyMatch(Written::deny)) {
            return "deny";
        }
        return about.isEmpty() ? "nothing" : "allow";
    }

    private static boolean action(String pattern, String operation) {
        return fits(
                pattern.replaceFirst("^name/", "").toLowerCase(java.util.Locale.ROOT),
                operation.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean resource(String pattern, String name) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", 6);
        String[] given = name.split(":", 6);
        if (given.length != 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            String segment = wanted[i];
            if (segment.isEmpty() && (i == 2 || i == 3)) {
                segment = "*";
            }
            if (segment.isEmpty() && i == 4) {
                segment = "uin/1";
            }
            if (!fits(segment, given[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean condition(Written one, Asked asked) {
        String value = switch (one.key()) {
            case "qcs:ip" -> asked.ip();
            case "qcs:mfaPresent" -> asked.mfa();
            default -> "";
        };
        return switch (one.operator()) {
            case "" -> true;
            case "null_equal" -> value.isEmpty() == one.values().contains("true");
            case "ip_equal" -> !value.isEmpty() && one.values().stream().anyMatch(block -> within(block, value));
            case "ip_equal_if_exist" ->
                value.isEmpty() || one.values().stream().anyMatch(block -> within(block, value));
            case "ip_not_equal" -> !value.isEmpty() && one.values().stream().noneMatch(block -> within(block, value));
            case "bool_equal" -> one.values().contains(value);
            case "string_equal_ignore_case" -> one.values().stream().anyMatch(value::equalsIgnoreCase);
            case "string_not_equal" -> !value.isEmpty() && !one.values().contains(value);
            case "string_like" -> !value.isEmpty() && one.values().stream().anyMatch(pattern -> fits(pattern, value));
            default -> throw new AssertionError(one.operator());
        };
    }

    static boolean within(String block, String address) {
        String[] parts = block.split("/");
        int length = parts.length == 1 ? 32 : Integer.parseInt(parts[1]);
        return bits(parts[0]).substring(0, length).equals(bits(address).substring(0, length));
    }

    private static String bits(String address) {
        StringBuilder bits = new StringBuilder();
        for (String part : address.split("\\.")) {
            bits.append(Integer.toBinaryString(256 + Integer.parseInt(part)).substring(1));
        }
        return bits.toString();
    }

    static boolean fits(String pattern, String name) {
        if (pattern.isEmpty()) {
            return name.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return fits(pattern.substring(1), name) || (!name.isEmpty() && fits(pattern, name.substring(1)));
        }
        return !name.isEmpty()
                && (pattern.charAt(0) == '?' || pattern.charAt(0) == name.charAt(0))
                && fits(pattern.substring(1), name.substring(1));
    }
}
