package dev.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule catches what was planted for it. A rule that can pass by not running enforces nothing.
final class ArchitectureIsAliveTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Layout.PLANTED.base());

    static List<Rule> rules() {
        return Rules.of(Layout.PLANTED);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catches_what_was_planted(Rule rule) {
        EvaluationResult result = rule.rule().evaluate(PLANTED);
        assertThat(result.hasViolation()).as(rule.name()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void does_not_catch_the_innocent(Rule rule) {
        assertThat(rule.rule().evaluate(PLANTED).getFailureReport().getDetails())
                .noneMatch(detail -> detail.matches("(?s)\\w+ <[^>]*\\.Innocent.*"));
    }

    @Test
    void every_rule_has_a_name_of_its_own() {
        assertThat(rules()).extracting(Rule::name).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }
}
