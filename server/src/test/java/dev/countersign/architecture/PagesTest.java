package dev.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.architecture.Repository.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents hold together: one title a page, no dead link, every invariant with somebody who enforces it.
final class PagesTest {
    private static final Repository REPOSITORY = Repository.read();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*)`");

    @Test
    void every_page_has_one_title_and_begins_with_it() {
        List<String> wrong = REPOSITORY.pages().stream()
                .filter(page ->
                        prose(page).filter(line -> line.startsWith("# ")).count() != 1
                                || !page.lines().stream()
                                        .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                                        .findFirst()
                                        .orElse("")
                                        .startsWith("# "))
                .map(TextFile::path)
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_link_within_the_repository_leads_somewhere() {
        List<String> dead = new ArrayList<>();
        for (TextFile page : REPOSITORY.pages()) {
            prose(page)
                    .flatMap(line -> LINK.matcher(line).results())
                    .map(found -> found.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*") && !leads(page, target))
                    .forEach(target -> dead.add(page.path() + " -> " + target));
        }
        assertThat(dead).isEmpty();
    }

    private static boolean leads(TextFile page, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path from = REPOSITORY.root().resolve(page.path());
        Path to = file.isEmpty()
                ? from
                : Objects.requireNonNull(from.getParent()).resolve(file).normalize();
        if (!to.startsWith(REPOSITORY.root()) || !Files.exists(to)) {
            return false;
        }
        String path = REPOSITORY.root().relativize(to).toString();
        return hash < 0
                || REPOSITORY.pages().stream()
                        .filter(other -> other.path().equals(path))
                        .flatMap(PagesTest::anchors)
                        .anyMatch(target.substring(hash + 1)::equals);
    }

    private static Stream<String> anchors(TextFile page) {
        return prose(page)
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }

    @Test
    void every_decision_that_is_named_exists() {
        Pattern decision = Pattern.compile("docs/adr/([0-9]{4}[a-z0-9-]*)(\\.md)?");
        List<String> unknown = REPOSITORY.soundJava().stream()
                .flatMap(file -> file.lines().stream())
                .flatMap(line -> decision.matcher(line).results())
                .map(found -> found.group(1))
                .distinct()
                .filter(name -> REPOSITORY.pages().stream()
                        .noneMatch(page -> page.path().matches("docs/adr/" + name + "(-.*)?\\.md")))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_invariant_names_who_enforces_it() {
        String page = REPOSITORY.pages().stream()
                .filter(file -> file.path().equals("INVARIANTS.md"))
                .findFirst()
                .map(file -> String.join("\n", file.lines()))
                .orElseThrow();
        List<String> entries = Pattern.compile("(?m)^(?=\\d+\\. )")
                .splitAsStream(page)
                .skip(1)
                .map(entry -> entry.split("\n\n", 2)[0])
                .toList();
        Set<String> tests = REPOSITORY.java().stream()
                .filter(file ->
                        file.path().contains("/src/test/") || file.path().startsWith("testkit/"))
                .map(file -> file.name().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(entries).hasSizeGreaterThanOrEqualTo(10);
        assertThat(entries.stream().flatMap(entry -> unenforced(entry, tests))).isEmpty();
    }

    private static Stream<String> unenforced(String entry, Set<String> tests) {
        String number = entry.substring(0, entry.indexOf(' '));
        Matcher by = Pattern.compile("(?s)Enforced by: (.*)$").matcher(entry);
        List<String> names = by.find()
                ? NAME.matcher(by.group(1))
                        .results()
                        .map((MatchResult name) -> name.group(1))
                        .toList()
                : List.of();
        if (names.isEmpty()) {
            return Stream.of(number + " names nobody");
        }
        return names.stream()
                .filter(name -> !tests.contains(name))
                .map(name -> number + " names " + name + ", which is no test");
    }

    /// The lines outside of fenced code, without the code within them.
    private static Stream<String> prose(TextFile page) {
        List<String> lines = new ArrayList<>();
        boolean fenced = false;
        for (String line : page.lines()) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (!fenced) {
                lines.add(line.replaceAll("(`+) .*? \\1|`[^`]*`", ""));
            }
        }
        return lines.stream();
    }
}
