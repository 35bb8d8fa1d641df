package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.console.explorer.Catalogue;
import dev.countersign.server.console.explorer.Entry;
import dev.countersign.testkit.wire.DevClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Explorer's page of each action that runs says what the registry publishes: every parameter, every member of the
/// answer and every code, each with its type or status and its text.
final class ExplorerReferenceTest {
    private static final Pattern FIELD = Pattern.compile(
            "<div class=\"field (required|optional)\">\\s*<div class=\"row spread\">"
                    + "<label class=\"mono\" for=\"p-[^\"]+\">([^<]+)</label>(.*?)"
                    + "<span class=\"fine\" id=\"p-[^\"]+-about\">(.*?)</span>\\s*</div>",
            Pattern.DOTALL);
    private static final Pattern TERM = Pattern.compile("<div><dt>(.*?)</dt><dd[^>]*>(.*?)</dd></div>", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("<span class=\"fine mono\">([^<]+)</span>");
    private static final String ONE_A_LINE = " One item a line, or a JSON array.";

    @TempDir
    static Path directory;

    @Test
    void each_page_documents_its_action_as_the_registry_does() throws IOException {
        List<Entry> running = Published.of(services -> new Catalogue(services.registry(), services.dialects()).all());
        assertThat(running).hasSizeGreaterThan(50);
        try (Countersign world = Countersign.dev(DevOptions.at(directory).relaxed());
                DevClient client = new DevClient(world.port())) {
            for (Entry entry : running) {
                String page = client.send("GET", entry.address(), "").text();
                Map<String, Member> parameters = new LinkedHashMap<>();
                List<String> fields = new ArrayList<>();
                parameters(entry.request(), "", true, parameters, fields);
                assertThat(fields(page)).as(entry.address()).isEqualTo(fields);
                List<String> terms = new ArrayList<>();
                members(entry.response(), "", terms);
                entry.spec().codes().stream()
                        .map(code -> code(entry, code, parameters))
                        .distinct()
                        .forEach(terms::add);
                entry.dialect().commonCodes(Dialect.Manner.ENGLISH).stream()
                        .map(code -> common(entry, code))
                        .forEach(terms::add);
                assertThat(terms(page)).as(entry.address()).isEqualTo(terms);
                assertThat(plain(page))
                        .as(entry.address())
                        .contains(plain(written(entry.spec().summary())));
            }
        }
    }

    private static List<String> fields(String page) {
        return FIELD.matcher(page)
                .results()
                .map((MatchResult one) ->
                        one.group(2) + " is " + type(one.group(3)) + ", " + one.group(1) + ": " + plain(one.group(4)))
                .toList();
    }

    private static String type(String row) {
        return TYPE.matcher(row)
                .results()
                .map((MatchResult one) -> one.group(1))
                .findFirst()
                .orElse("nothing");
    }

    private static List<String> terms(String page) {
        return TERM.matcher(page)
                .results()
                .map((MatchResult one) -> plain(one.group(1)) + ": " + plain(one.group(2)))
                .toList();
    }

    private static void parameters(
            RecordShape shape, String prefix, boolean required, Map<String, Member> found, List<String> lines) {
        for (Member member : shape.members()) {
            boolean needed = required && !member.optional();
            RecordShape inner = member.object();
            String path = prefix + member.name();
            if (inner != null && !member.list()) {
                parameters(inner, path + ".", needed, found, lines);
            } else {
                found.put(path, member);
                lines.add(path + " is " + member.typeWord() + ", " + (needed ? "required" : "optional") + ": "
                        + written(member.field().doc())
                        + (member.list() ? ONE_A_LINE : ""));
            }
        }
    }

    private static void members(RecordShape shape, String prefix, List<String> lines) {
        for (Member member : shape.members()) {
            String path = prefix + member.name() + (member.list() ? "[]" : "");
            lines.add(path + " " + member.typeWord() + (member.optional() ? " may be absent" : "") + ": "
                    + written(member.field().doc()));
            RecordShape inner = member.object();
            if (inner != null) {
                members(inner, path + ".", lines);
            }
        }
    }

    private static String code(Entry entry, PublishedCode code, Map<String, Member> parameters) {
        String checks = parameters.entrySet().stream()
                .filter(one -> one.getValue().field().whenEmpty().equals(code.code())
                        || one.getValue().field().whenMalformed().equals(code.code()))
                .map(one -> " " + one.getKey())
                .collect(Collectors.joining());
        return code.code() + (code.sent() ? status(entry, code.status()) : " vendor only") + checks + ": "
                + spaced(code.text());
    }

    private static String common(Entry entry, ErrorCode code) {
        return code.code() + status(entry, code.status()) + ": " + spaced(code.message());
    }

    /// Nothing is said of 200, with which Tencent's wire answers everything.
    private static String status(Entry entry, int status) {
        return entry.product().dialect().equals("tencent") || status == 200 ? "" : " HTTP " + status;
    }

    /// A sentence without the marks of code in it.
    private static String written(String sentence) {
        return spaced(sentence.replace("`", ""));
    }

    private static String plain(String html) {
        return spaced(html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
