package dev.countersign.gateway.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws policies of Version "1" and calls, and decides about them as one would by hand.
final class NaiveRam {
    private static final List<String> ACTIONS = List.of(
            "*",
            "cams:*",
            "cams:Get*",
            "cams:GetMigrationVerifyCode",
            "*:Get*",
            "CAMS:getmigrationverifycode",
            "cam?:Add*",
            "ecs:*");
    private static final List<String> RESOURCES =
            List.of("*", "*", "acs:cams:*:*:*", "acs:cams::1:space/?", "acs:ecs:*:1:*", "acs:*:*:2:space/1");
    private static final List<String> OPERATORS = List.of(
            "IpAddress",
            "NotIpAddress",
            "Bool",
            "StringEqualsIgnoreCase",
            "StringNotEquals",
            "StringLike",
            "StringNotLike",
            "DateLessThan",
            "DateGreaterThanEquals");
    private static final List<String> BLOCKS =
            List.of("10.1.2.3", "10.0.0.0/8", "10.1.2.0/30", "0.0.0.0/0", "11.0.0.0/7");

    private final Random random;

    NaiveRam(Random random) {
        this.random = random;
    }

    /// A statement as it is written.
    ///
    /// @param operator empty for no condition
    record Written(
            boolean deny,
            boolean allBut,
            List<String> actions,
            List<String> resources,
            String operator,
            String key,
            List<String> values) {}

    /// A call; its day is one of January 2027.
    record Asked(String operation, String resource, String ip, String mfa, int day) {}

    List<List<Written>> policies() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(policy -> IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(statement -> written())
                        .toList())
                .toList();
    }

    private Written written() {
        String operator = random.nextInt(3) > 0 ? "" : one(OPERATORS);
        String key;
        Supplier<String> value;
        if (operator.contains("Ip")) {
            key = one(List.of("acs:SourceIp", "acs:sourceIp", "x:ip"));
            value = () -> one(BLOCKS);
        } else if (operator.startsWith("Date")) {
            key = one(List.of("acs:CurrentTime", "x:time"));
            value = () -> "2027-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z";
        } else {
            key = one(List.of("acs:MFAPresent", "acs:mfapresent", "x:y"));
            value = () -> one(operator.equals("Bool") ? List.of("true", "false") : List.of("true", "FALSE", "t*", "*"));
        }
        return new Written(
                random.nextInt(4) == 0,
                random.nextInt(5) == 0,
                several(() -> one(ACTIONS)),
                several(() -> one(RESOURCES)),
                operator,
                key,
                several(value));
    }

    Asked asked() {
        return new Asked(
                one(List.of("cams:GetMigrationVerifyCode", "cams:AddChatappPhoneNumber", "cam:GetUser", "ecs:Run")),
                random.nextBoolean()
                        ? "*"
                        : one(List.of("acs:cams::1:space/1", "acs:ecs:sh:1:i", "qcs::cam::uin/1:uin/2")),
                one(List.of("10.1.2.3", "10.1.2.4", "10.200.0.1", "11.0.0.1", "192.0.2.1")),
                one(List.of("true", "false")),
                1 + random.nextInt(9));
    }

    private List<String> several(Supplier<String> drawn) {
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
        return "{\"Version\":\"1\",\"Statement\":["
                + policy.stream().map(NaiveRam::json).collect(Collectors.joining(",")) + "]}";
    }

    private static String json(Written one) {
        String condition = one.operator().isEmpty()
                ? ""
                : ",\"Condition\":{\"" + one.operator() + "\":{\"" + one.key() + "\":" + texts(one.values()) + "}}";
        return "{\"Effect\":\"" + (one.deny() ? "Deny" : "Allow") + "\",\"" + (one.allBut() ? "NotAction" : "Action")
                + "\":" + texts(one.actions()) + ",\"Resource\":" + texts(one.resources()) + condition + "}";
    }

    private static String texts(List<String> texts) {
        return texts.size() == 1
                ? "\"" + texts.getFirst() + "\""
                : texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    static String decide(List<List<Written>> policies, Asked asked) {
        List<Written> about = policies.stream()
                .flatMap(List::stream)
                .filter(one -> one.allBut() != one.actions().stream().anyMatch(action -> action(action, asked)))
                .filter(one -> one.resources().stream().anyMatch(resource -> resource(resource, asked.resource())))
                .filter(one -> condition(one, asked))
                .toList();
        if (about.stream().anyMatch(Written::deny)) {
            return "deny";
        }
        return about.isEmpty() ? "nothing" : "allow";
    }

    private static boolean action(String pattern, Asked asked) {
        return NaivePolicies.fits(
                pattern.toLowerCase(Locale.ROOT), asked.operation().toLowerCase(Locale.ROOT));
    }

    private static boolean resource(String pattern, String name) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", 5);
        String[] given = name.split(":", 5);
        return given.length == 5 && IntStream.range(0, 5).allMatch(i -> NaivePolicies.fits(wanted[i], given[i]));
    }

    private static boolean condition(Written one, Asked asked) {
        String value = switch (one.key().toLowerCase(Locale.ROOT)) {
            case "acs:sourceip" -> asked.ip();
            case "acs:mfapresent" -> asked.mfa();
            case "acs:currenttime" -> "2027-01-0" + asked.day() + "T00:00:00Z";
            default -> "";
        };
        if (value.isEmpty()) {
            return one.operator().isEmpty();
        }
        List<String> values = one.values();
        return switch (one.operator()) {
            case "" -> true;
            case "IpAddress" -> values.stream().anyMatch(block -> NaivePolicies.within(block, value));
            case "NotIpAddress" -> values.stream().noneMatch(block -> NaivePolicies.within(block, value));
            case "Bool" -> values.contains(value);
            case "StringEqualsIgnoreCase" -> values.stream().anyMatch(value::equalsIgnoreCase);
            case "StringNotEquals" -> !values.contains(value);
            case "StringLike" -> values.stream().anyMatch(pattern -> NaivePolicies.fits(pattern, value));
            case "StringNotLike" -> values.stream().noneMatch(pattern -> NaivePolicies.fits(pattern, value));
            case "DateLessThan" -> values.stream().anyMatch(other -> value.compareTo(other) < 0);
            case "DateGreaterThanEquals" -> values.stream().anyMatch(other -> value.compareTo(other) >= 0);
            default -> throw new AssertionError(one.operator());
        };
    }
}
