package dev.countersign.gateway.policy;

import dev.countersign.policy.document.CidrBlock;
import dev.countersign.policy.document.Comparison;
import dev.countersign.policy.document.Operands;
import dev.countersign.policy.document.Test;
import dev.countersign.policy.document.Wildcard;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The condition operators of the vendor's page (<https://www.tencentcloud.com/document/product/598/58420>), and
/// `string_like` with its contrary, which its products' pages use.
final class Operators {
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "equal", Comparison.EQUAL,
            "not_equal", Comparison.NOT_EQUAL,
            "less_than", Comparison.LESS,
            "less_than_equal", Comparison.LESS_OR_EQUAL,
            "greater_than", Comparison.GREATER,
            "greater_than_equal", Comparison.GREATER_OR_EQUAL);

    private Operators() {}

    /// What an operator demands.
    ///
    /// @param operator without quantifier and suffix
    /// @throws Refused with `OperatorUnknown` or `ConditionContentInvalid`
    static Test test(String operator, List<String> values) {
        return switch (operator) {
            case "string_equal", "binary_equal" -> new Test.Same(new HashSet<>(values), false, false);
            case "string_not_equal" -> new Test.Same(new HashSet<>(values), false, true);
            case "string_equal_ignore_case" -> new Test.Same(small(values), true, false);
            case "string_not_equal_ignore_case" -> new Test.Same(small(values), true, true);
            case "string_like" -> new Test.Like(each(values, Operators::pattern), false);
            case "string_not_like" -> new Test.Like(each(values, Operators::pattern), true);
            case "bool_equal" -> new Test.Truth(new HashSet<>(each(values, Operands::truth)));
            case "ip_equal" -> new Test.Address(each(values, CidrBlock::of), false);
            case "ip_not_equal" -> new Test.Address(each(values, CidrBlock::of), true);
            default -> compared(operator, values);
        };
    }

    private static Test compared(String operator, List<String> values) {
        int kind = operator.indexOf('_');
        Comparison comparison = kind < 0 ? null : COMPARISONS.get(operator.substring(kind + 1));
        if (comparison != null && operator.startsWith("numeric_")) {
            return new Test.Number(comparison, each(values, Operands::number));
        }
        if (comparison != null && operator.startsWith("date_")) {
            return new Test.Time(comparison, each(values, Operands::time));
        }
        throw new Refused(new PolicyDocumentRefusal.OperatorUnknown());
    }

    /// One truth.
    static boolean truth(List<String> values) {
        List<Boolean> truths = each(values, Operands::truth);
        if (truths.size() != 1) {
            throw new Refused(new PolicyDocumentRefusal.ConditionContentInvalid());
        }
        return truths.getFirst();
    }

    private static Optional<Wildcard> pattern(String text) {
        return text.length() > Wildcard.LONGEST ? Optional.empty() : Optional.of(Wildcard.of(text));
    }

    private static Set<String> small(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static <T> List<T> each(List<String> values, Function<String, Optional<T>> reading) {
        return values.stream()
                .map(value -> reading.apply(value)
                        .orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ConditionContentInvalid())))
                .toList();
    }
}
