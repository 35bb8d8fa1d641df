package dev.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules hold for all that is shipped.
final class ArchitectureTest {
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages(Layout.REAL.base());

    static List<Rule> rules() {
        return Rules.of(Layout.REAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.rule().allowEmptyShould(true).check(SHIPPED);
    }

    @Test
    void every_module_was_looked_at() {
        for (String name : List.of("refusal.Refused", "gateway.Gateway", "server.http.Site")) {
            assertThat(SHIPPED.contain(Layout.REAL.only(name))).as(name).isTrue();
        }
    }

    @Test
    void every_exception_to_a_rule_is_still_needed() {
        assertThat(ConductRules.mayCatchEverything()).allMatch(name -> catches(name, ConductRules.EVERYTHING));
        assertThat(ConductRules.mayCatchRefusals())
                .allMatch(name -> catches(name, Set.of(Layout.REAL.only("refusal.Refused"))));
    }

    private static boolean catches(String name, Set<String> exceptions) {
        return SHIPPED.contain(Layout.REAL.only(name))
                && SHIPPED.get(Layout.REAL.only(name)).getCodeUnits().stream()
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(caught -> exceptions.contains(caught.getName()));
    }
}
