package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.Circumstances.Fact;
import dev.countersign.policy.document.Condition;
import dev.countersign.policy.document.Condition.Quantifier;
import dev.countersign.policy.document.Test;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads conditions: `{Operator: {key: value or values}}`, all of which must hold
/// (<https://www.alibabacloud.com/help/en/ram/policy-elements>). The case of a key's letters means nothing, so that a
/// denial is not lost by one; a key that nothing here has a value for is accepted and never has one.
final class RamConditions {
    /// Operators, and what the other grammar calls them.
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("StringEquals", "string_equal"),
            Map.entry("StringNotEquals", "string_not_equal"),
            Map.entry("StringEqualsIgnoreCase", "string_equal_ignore_case"),
            Map.entry("StringNotEqualsIgnoreCase", "string_not_equal_ignore_case"),
            Map.entry("StringLike", "string_like"),
            Map.entry("StringNotLike", "string_not_like"),
            Map.entry("NumericEquals", "numeric_equal"),
            Map.entry("NumericNotEquals", "numeric_not_equal"),
            Map.entry("NumericLessThan", "numeric_less_than"),
            Map.entry("NumericLessThanEquals", "numeric_less_than_equal"),
            Map.entry("NumericGreaterThan", "numeric_greater_than"),
            Map.entry("NumericGreaterThanEquals", "numeric_greater_than_equal"),
            Map.entry("DateEquals", "date_equal"),
            Map.entry("DateNotEquals", "date_not_equal"),
            Map.entry("DateLessThan", "date_less_than"),
            Map.entry("DateLessThanEquals", "date_less_than_equal"),
            Map.entry("DateGreaterThan", "date_greater_than"),
            Map.entry("DateGreaterThanEquals", "date_greater_than_equal"),
            Map.entry("Bool", "bool_equal"),
            Map.entry("IpAddress", "ip_equal"),
            Map.entry("NotIpAddress", "ip_not_equal"));

    private static final Map<String, Fact> FACTS = Map.of(
            "acs:currenttime", Fact.TIME,
            "acs:securetransport", Fact.SECURE_TRANSPORT,
            "acs:sourceip", Fact.SOURCE,
            "acs:mfapresent", Fact.MFA_PRESENT);

    private RamConditions() {}

    static List<Condition> read(Optional<Value> written) {
        List<Condition> conditions = new ArrayList<>();
        if (written.isEmpty()) {
            return conditions;
        }
        for (Map.Entry<String, Value> block : fields(written.get()).entrySet()) {
            Map<String, Value> keys = fields(block.getValue());
            if (keys.isEmpty()) {
                throw new Refused(new PolicyDocumentRefusal.ConditionInvalid());
            }
            keys.forEach((key, value) -> conditions.add(condition(block.getKey(), key, value)));
        }
        return conditions;
    }

    private static Condition condition(String operator, String key, Value written) {
        if (key.isBlank()) {
            throw new Refused(new PolicyDocumentRefusal.ConditionInvalid());
        }
        List<String> values = Members.scalars(written)
                .orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ConditionContentInvalid()));
        Fact fact = FACTS.getOrDefault(key.toLowerCase(Locale.ROOT), Fact.UNKNOWN);
        return new Condition.Demanded(fact, Quantifier.ANY, false, test(operator, values));
    }

    private static Test test(String operator, List<String> values) {
        String known = OPERATORS.get(operator);
        if (known == null) {
            throw new Refused(new PolicyDocumentRefusal.OperatorUnknown());
        }
        return Operators.test(known, values);
    }

    private static Map<String, Value> fields(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields();
        }
        throw new Refused(new PolicyDocumentRefusal.ConditionInvalid());
    }
}
