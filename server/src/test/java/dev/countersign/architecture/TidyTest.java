package dev.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.architecture.Repository.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The sources read well: packages and types say what they are, comments survive the formatter, nothing is
/// left unfinished, and nothing is grabbed that should be given.
final class TidyTest {
    private static final Repository REPOSITORY = Repository.read();

    /// The formatter breaks wider comments, and leaves half of a sentence as code. Up to 112 columns are
    /// always safe; up to here it depends on the indentation.
    private static final int WIDEST_COMMENT = 120;

    private static final Pattern TYPE = Pattern.compile(
            "^( *)(public |static |final |sealed |non-sealed |abstract )*(class|interface|record|enum|@interface) [A-Z]\\w*.*");

    /// Who may grab what everybody else is given, by the end of the path, with the reason.
    private static final Map<String, String> MAY_GRAB = Map.of(
            "/Countersign.java", "the composition root",
            "/server/cli/", "commands: they print, and stand at the top",
            "bench/", "measures real time, and prints",
            "testkit/", "serves tests, which stand at the top");

    /// Who may sleep, with the reason.
    private static final Map<String, String> MAY_SLEEP = Map.of(
            "/server/http/Guard.java", "looks for slow clients now and then: silence is no event to await",
            "/server/http/SlowClientTest.java", "a slow client is slow by sleeping",
            "/server/cli/WaitCommand.java", "asks another process, whose readiness is no event here");

    private static final Map<String, String> BANNED = Map.of(
            "\\bSystem\\.(out|err)\\b", "print only in commands",
            "\\bInstant\\.now\\(\\)", "ask the clock that you were given",
            "\\bSystem\\.(currentTimeMillis|nanoTime)\\(", "ask the clock that you were given",
            "\\bnew Random\\(|\\bMath\\.random\\(|\\bThreadLocalRandom\\b|\\bUUID\\.randomUUID\\(",
                    "use the randomness that you were given",
            "\\bSystem\\.getenv\\(", "be given your configuration");

    @Test
    void all_modules_are_read() {
        assertThat(REPOSITORY.mainJava())
                .extracting(TextFile::path)
                .anyMatch(path -> path.startsWith("core/"))
                .anyMatch(path -> path.startsWith("gateway/"))
                .anyMatch(path -> path.startsWith("server/"));
    }

    @Test
    void every_package_says_what_it_is_and_what_it_does_not_do() {
        Map<String, TextFile> described = REPOSITORY.mainJava().stream()
                .filter(file -> file.name().equals("package-info.java"))
                .collect(Collectors.toMap(TidyTest::directory, Function.identity()));
        Set<String> wanting = new TreeSet<>();
        for (TextFile file : REPOSITORY.mainJava()) {
            TextFile description = described.get(directory(file));
            if (description == null
                    || !description.lines().getFirst().matches("/// \\S.*")
                    || !description.lines().contains("@NullMarked")
                    || description.lines().stream()
                            .noneMatch(line -> line.startsWith("/// **What it does not do.**"))) {
                wanting.add(directory(file));
            }
        }
        assertThat(wanting).as("packages without a whole package-info.java").isEmpty();
    }

    @Test
    void every_type_has_a_comment() {
        List<String> bare = new ArrayList<>();
        for (TextFile file : REPOSITORY.mainJava()) {
            IntStream.range(0, file.lines().size())
                    .filter(i -> TYPE.matcher(file.lines().get(i)).matches() && !documented(file.lines(), i))
                    .mapToObj(file::place)
                    .forEach(bare::add);
        }
        assertThat(bare).as("types without a /// comment").isEmpty();
    }

    /// Whether the first line above the type's annotations ends a comment.
    private static boolean documented(List<String> lines, int type) {
        int above = type - 1;
        while (above >= 0) {
            String line = lines.get(above).strip();
            if (line.startsWith("///")) {
                return true;
            }
            boolean annotation = line.startsWith("@");
            if (!annotation && !line.endsWith(")")) {
                return false;
            }
            while (!annotation && above > 0) {
                above--;
                annotation = lines.get(above).strip().startsWith("@");
            }
            above--;
        }
        return false;
    }

    @Test
    void comments_are_narrow_enough_for_the_formatter() {
        assertThat(REPOSITORY.soundJava().stream()
                        .flatMap(file -> IntStream.range(0, file.lines().size())
                                .filter(i -> tooWide(file.lines().get(i)))
                                .mapToObj(file::place)))
                .as("comments that the formatter would break; at most 112 columns are safe")
                .isEmpty();
    }

    private static boolean tooWide(String line) {
        return line.strip().startsWith("//") && line.length() > WIDEST_COMMENT;
    }

    @Test
    void nothing_is_left_unfinished_or_switched_off() {
        String unfinished = "\\b(TO" + "DO|FIX" + "ME)\\b|@Dis" + "abled\\b";
        assertThat(REPOSITORY.files().stream().flatMap(file -> file.places(unfinished)))
                .isEmpty();
    }

    @Test
    void nobody_sleeps() {
        assertThat(REPOSITORY.java().stream()
                        .filter(file -> MAY_SLEEP.keySet().stream().noneMatch(file.path()::endsWith))
                        .flatMap(file -> file.places("\\bThread\\.sleep" + "\\(")))
                .as("await the condition instead")
                .isEmpty();
    }

    @Test
    void nothing_is_grabbed_outside_the_composition_root() {
        List<String> grabbed = REPOSITORY.mainJava().stream()
                .filter(file -> MAY_GRAB.keySet().stream().noneMatch(file.path()::contains))
                .flatMap(TidyTest::banned)
                .toList();
        assertThat(grabbed).isEmpty();
    }

    private static Stream<String> banned(TextFile file) {
        return BANNED.entrySet().stream()
                .flatMap(ban -> file.places(ban.getKey())
                        .filter(place -> !place.matches("[^ ]+ //.*"))
                        .map(place -> place + "  <- " + ban.getValue()));
    }

    @Test
    void nobody_catches_throwable() {
        assertThat(REPOSITORY.mainJava().stream().flatMap(file -> file.places("catch \\((Throwable|Error) ")))
                .isEmpty();
    }

    @Test
    void no_file_names_a_package_registry() {
        String hosts = Stream.of(
                        Stream.of("repo", "maven"),
                        Stream.of("repo1", "maven"),
                        Stream.of("registry", "npmjs"),
                        Stream.of("pypi", "org"),
                        Stream.of("proxy", "golang"),
                        Stream.of("deb", "debian"))
                .map(parts -> parts.collect(Collectors.joining("\\.")))
                .collect(Collectors.joining("|"));
        assertThat(REPOSITORY.files().stream().flatMap(file -> file.places(hosts)))
                .isEmpty();
    }

    @Test
    void nothing_points_at_a_tracker() {
        String number = "(?i)\\b(issue|ticket|pull request|PR) #?[0-9]+\\b|(^|[\\s(])#[0-9]+\\b";
        assertThat(REPOSITORY.files().stream()
                        .filter(file -> file.is("java")
                                || file.is("md")
                                || file.is("sql")
                                || !file.name().contains("."))
                        .flatMap(file -> file.places(number))
                        // A message's last line, `@host #code`, numbers nothing.
                        .filter(place -> !place.matches(".*@\\S* +#[0-9].*")))
                .as("the reason belongs here, not in a tracker")
                .isEmpty();
    }

    private static String directory(TextFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }
}
