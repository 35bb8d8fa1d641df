package dev.countersign.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Who may know whom.
final class DependencyRules {
    private static final String[] JDK = {
        "java.lang..",
        "java.io..",
        "java.math..",
        "java.nio..",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util..",
        "javax.crypto..",
        "org.jspecify.."
    };

    private final Layout in;

    DependencyRules(Layout in) {
        this.in = in;
    }

    List<Rule> all() {
        return List.of(
                new Rule(
                        "the_core_knows_only_the_jdk",
                        classes()
                                .that(in.core())
                                .should()
                                .onlyDependOnClassesThat(in.core()
                                        .or(resideInAnyPackage(JDK))
                                        // Addresses are values; what opens connections is not.
                                        .or(belongToAnyOf(URI.class, URISyntaxException.class)))
                                .because("rules outlive wires and databases (docs/adr/0001)")),
                leaf("refusal", "a refusal is what everything else may speak of (docs/adr/0004)"),
                leaf("value", "values are what everything else is made of (docs/adr/0001)"),
                new Rule(
                        "the_wire_knows_only_values",
                        noClasses()
                                .that()
                                .resideInAPackage(in.below("gateway.wire"))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(in.base() + "..")
                                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                                resideInAnyPackage(in.below("gateway.wire"), in.below("value")))))
                                .because("what travels is a leaf, which is what keeps the gateway free of cycles")),
                new Rule(
                        "the_gateway_knows_no_product_store_or_server",
                        noClasses()
                                .that()
                                .resideInAPackage(in.below("gateway"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(in.below("product"), in.below("store"), in.below("server"))
                                .because("products are registered with it, not known to it (docs/adr/0005)")),
                new Rule(
                        "a_product_knows_no_dialect_store_or_server",
                        noClasses()
                                .that()
                                .resideInAPackage(in.below("product"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        in.only("gateway.dialect") + ".*..", in.below("store"), in.below("server"))
                                .because(
                                        "an action turns words into words; how they travel is a dialect's (docs/adr/0006)")),
                new Rule(
                        "the_store_knows_only_the_core",
                        noClasses()
                                .that()
                                .resideInAPackage(in.below("store"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(in.below("gateway"), in.below("product"), in.below("server"))
                                .because("an adapter serves a port of the core and nobody else (docs/adr/0001)")),
                new Rule(
                        "dialects_do_not_know_each_other",
                        slices().matching(in.only("gateway.dialect") + ".(*)..")
                                .should()
                                .notDependOnEachOther()
                                .because("one vendor's change must not reach another's wire (docs/adr/0006)")),
                new Rule(
                        "no_cycles",
                        slices().matching(in.base() + ".(**)")
                                .should()
                                .beFreeOfCycles()
                                .because("a cycle is one package under two names (docs/adr/0002)")));
    }

    private Rule leaf(String name, String reason) {
        return new Rule(
                name + "_is_a_leaf",
                noClasses()
                        .that()
                        .resideInAPackage(in.below(name))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(in.base() + "..")
                                .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                        resideInAnyPackage(in.below(name)))))
                        .because(reason));
    }
}
