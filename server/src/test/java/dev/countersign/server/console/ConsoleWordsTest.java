package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.gateway.Check;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.server.console.doctor.DoctorRoom;
import dev.countersign.server.console.doctor.Verdict;
import dev.countersign.server.console.explorer.CallerKey;
import dev.countersign.server.console.explorer.ExplorerRoom;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.inbox.InboxRoom;
import dev.countersign.server.console.inbox.Tool;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import dev.countersign.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the console says. A room that is added is named here.
final class ConsoleWordsTest {
    private static final Pattern USED = Pattern.compile("\"((?:[a-z0-9-]+\\.)*[a-z0-9-]+)\"");
    private static final Pattern TRAP = Pattern.compile("(?m)^(?:\\?\\S+ )*#trap (\\S+)$");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    static List<Class<?>> speakers() {
        return List.of(ConsolePages.class, ExplorerRoom.class, InboxRoom.class, DoctorRoom.class);
    }

    @ParameterizedTest
    @MethodSource("speakers")
    void both_languages_say_the_same(Class<?> speaker) {
        Words english = Words.of(Language.EN, speaker);
        Words chinese = Words.of(Language.ZH, speaker);
        assertThat(chinese.keys()).isEqualTo(english.keys()).isNotEmpty();
        for (String key : english.keys()) {
            assertThat(places(chinese, key)).as(key).isEqualTo(places(english, key));
        }
    }

    private static Set<String> places(Words words, String key) {
        Object[] parts = {"{0}", "{1}", "{2}"};
        Set<String> places = new HashSet<>();
        PLACE.matcher(words.say(key, parts)).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    /// What samples warn of stands in their files.
    private static Set<String> traps() throws IOException {
        Set<String> traps = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/countersign/server/console/sample"))) {
            for (Path file : files.toList()) {
                TRAP.matcher(Files.readString(file)).results().forEach(one -> traps.add(one.group(1)));
            }
        }
        Words english = Words.of(Language.EN, ExplorerRoom.class);
        assertThat(english.keys()).containsAll(traps);
        return traps;
    }

    /// What the Doctor says of each check, state, refusal and suspicion.
    private static List<String> doctors() {
        List<String> keys = new ArrayList<>();
        for (Check check : Check.values()) {
            keys.addAll(List.of("check." + check.word(), "check." + check.word() + ".about", "fix." + check.word()));
        }
        Stream.of(Verdict.State.values()).forEach(state -> keys.add("state." + state.word()));
        Stream.of(CallRefusal.class.getPermittedSubclasses()).forEach(why -> keys.add("why." + why.getSimpleName()));
        Stream.of("tencent", "alibaba", "rest").forEach(dialect -> keys.add("wire." + dialect));
        Stream.of("canonical", "string").forEach(kind -> keys.add("side." + kind));
        Stream.of(
                        "said", "blank", "empty", "other", "host", "body", "query", "type", "method", "path", "headers",
                        "clock", "secret")
                .forEach(word -> keys.add("suspicion." + word));
        return keys;
    }

    @Test
    void the_doctor_has_words_for_every_check_and_every_refusal() {
        Set<String> said = Words.of(Language.EN, DoctorRoom.class).keys();
        for (Check check : Check.values()) {
            assertThat(said).contains("check." + check.word(), "check." + check.word() + ".about");
        }
        for (Class<?> why : CallRefusal.class.getPermittedSubclasses()) {
            assertThat(said).contains("why." + why.getSimpleName());
        }
    }

    @Test
    void the_inbox_has_words_for_whatever_a_tool_is_refused_for() {
        Set<String> said = Words.of(Language.EN, InboxRoom.class).keys();
        assertThat(Stream.of(Reason.values()).map(reason -> "wrong." + reason.word()))
                .allMatch(said::contains);
    }

    @Test
    void every_text_is_said_somewhere() throws IOException {
        Set<String> used = new HashSet<>();
        for (String root : List.of("src/main/java/dev/countersign/server/console", "src/main/jte/console")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    USED.matcher(Files.readString(file)).results().forEach(one -> used.add(one.group(1)));
                }
            }
        }
        Stream.of("nowhere", "foreign", "method", "role", "unknown")
                .forEach(about -> used.addAll(List.of(about + ".title", about + ".text")));
        for (String theme : List.of("dark", "light", "auto")) {
            used.addAll(List.of("frame.theme." + theme, "frame.theme." + theme + ".long"));
        }
        for (String dialect : List.of("tencent", "alibaba", "rest")) {
            used.add("product." + dialect);
        }
        Stream.of(Signed.Kind.values())
                .map(kind -> "step." + kind.word())
                .forEach(step -> used.addAll(List.of(step, step + ".about")));
        used.addAll(traps());
        Stream.of(CallerKey.Standing.values()).forEach(standing -> used.add(standing.word()));
        doctors().forEach(used::add);
        Stream.of(Reason.values()).forEach(reason -> used.add("wrong." + reason.word()));
        Stream.of(Tool.values()).forEach(tool -> used.add("done." + tool.word()));
        Stream.of(Channel.values()).forEach(channel -> used.add("channel." + channel.word()));
        Stream.of(Verification.Status.values()).forEach(status -> used.add("status." + status.word()));
        used.addAll(List.of("letter.parts.one", "letter.parts.many"));
        used.addAll(List.of("signin.wait.one", "signin.wait.many"));
        for (Class<?> speaker : speakers()) {
            Set<String> keys = new HashSet<>(Words.of(Language.EN, speaker).keys());
            keys.removeIf(key -> key.startsWith("room."));
            assertThat(used).as(speaker.getSimpleName()).containsAll(keys);
        }
    }
}
