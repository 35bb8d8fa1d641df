package dev.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which package alone knows which library, so that each can be replaced in one place.
final class LibraryRules {
    private final Layout in;

    LibraryRules(Layout in) {
        this.in = in;
    }

    List<Rule> all() {
        return List.of(
                only("server.http", "docs/adr/0010", "io.helidon.."),
                only("gateway.codec", "docs/adr/0009", "tools.jackson.."),
                only(List.of("server.page", "server.console"), "docs/adr/0012", "gg.jte.."),
                only("server.page", "docs/adr/0012", "com.google.zxing.."),
                only("server.proof", "docs/adr/0012", "com.nimbusds.."),
                only("server.telemetry", "docs/adr/0012", "io.opentelemetry.."),
                only("delivery.smpp", "docs/adr/0012", "org.jsmpp.."),
                only("delivery.smtp", "docs/adr/0012", "jakarta.mail..", "org.eclipse.angus.."),
                only("delivery.guard", "docs/adr/0012", "io.github.resilience4j.."),
                only(
                        "store",
                        "docs/adr/0011",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.zaxxer..",
                        "org.flywaydb.."),
                only(
                        "server",
                        "docs/adr/0012",
                        "com.google.i18n..",
                        "org.bouncycastle..",
                        "picocli..",
                        "org.snakeyaml..",
                        "io.prometheus.."),
                only(List.of("server", "store"), "docs/adr/0012", "java.util.logging..", "org.slf4j.."));
    }

    private Rule only(String knower, String decision, String... libraries) {
        return only(List.of(knower), decision, libraries);
    }

    private Rule only(List<String> knowers, String decision, String... libraries) {
        String[] homes =
                Stream.concat(knowers.stream(), Stream.empty()).map(in::below).toArray(String[]::new);
        return new Rule(
                "only_" + String.join("_or_", knowers).replace('.', '_') + "_knows_" + name(libraries),
                noClasses()
                        .that()
                        .resideInAPackage(in.base() + "..")
                        .and()
                        .resideOutsideOfPackages(homes)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(libraries)
                        .because("a library that one package knows can be replaced there (" + decision + ")"));
    }

    private static String name(String... libraries) {
        return String.join(
                "_",
                Arrays.stream(libraries)
                        .map(library -> library.replace("..", "").replace('.', '_'))
                        .toList());
    }
}
