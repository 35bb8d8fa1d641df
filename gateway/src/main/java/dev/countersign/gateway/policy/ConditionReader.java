package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.Circumstances.Fact;
import dev.countersign.policy.document.Condition;
import dev.countersign.policy.document.Condition.Quantifier;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads conditions: `{operator: {key: value or values}}`, all of which must hold
/// (<https://www.tencentcloud.com/document/product/598/58419>). Keys distinguish case; one that nothing here has a
/// value for is accepted and never has one.
final class ConditionReader {
    private static final String ANY = "for_any_value:";
    private static final String ALL = "for_all_value:";
    private static final String OR_ABSENT = "_if_exist";
    private static final String PRESENCE = "null_equal";

    /// The general keys (<https://www.tencentcloud.com/document/product/598/58420>), and the one that marks calls
    /// made with a key of a session with a second factor.
    private static final Map<String, Fact> FACTS = Map.of(
            "qcs:ip", Fact.SOURCE,
            "qcs:mfaPresent", Fact.MFA_PRESENT,
            "qcs:current_time", Fact.TIME,
            "sts:external_id", Fact.EXTERNAL_ID);

    private ConditionReader() {}

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
            for (Map.Entry<String, Value> key : keys.entrySet()) {
                if (key.getKey().isBlank()) {
                    throw new Refused(new PolicyDocumentRefusal.ConditionInvalid());
                }
                List<String> values = Members.scalars(key.getValue())
                        .orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ConditionContentInvalid()));
                conditions.add(condition(block.getKey(), FACTS.getOrDefault(key.getKey(), Fact.UNKNOWN), values));
            }
        }
        return conditions;
    }

    private static Map<String, Value> fields(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields();
        }
        throw new Refused(new PolicyDocumentRefusal.ConditionInvalid());
    }

    private static Condition condition(String written, Fact fact, List<String> values) {
        if (written.equals(PRESENCE)) {
            return new Condition.Presence(fact, Operators.truth(values));
        }
        boolean all = written.startsWith(ALL);
        String operator = all || written.startsWith(ANY) ? written.substring(ANY.length()) : written;
        boolean orAbsent = operator.endsWith(OR_ABSENT);
        String plain = orAbsent ? operator.substring(0, operator.length() - OR_ABSENT.length()) : operator;
        return new Condition.Demanded(
                fact, all ? Quantifier.ALL : Quantifier.ANY, orAbsent, Operators.test(plain, values));
    }
}
