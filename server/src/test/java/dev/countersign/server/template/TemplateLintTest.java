package dev.countersign.server.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.template.Scope;
import dev.countersign.delivery.template.Template;
import dev.countersign.delivery.template.TemplateText;
import dev.countersign.destination.Channel;
import dev.countersign.segment.Segments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found in templates.
class TemplateLintTest {
    private static List<Report> reports(Template template) {
        return new TemplateLint(8, Duration.ofMinutes(10)).reports(List.of(template));
    }

    private static Template sms(String locale, String text, Optional<String> domain) {
        Optional<String> in = locale.isEmpty() ? Optional.empty() : Optional.of(locale);
        return new Template(
                "t",
                new Scope(Optional.empty(), Optional.empty(), Optional.of(Channel.SMS), in),
                new Template.Words(
                        Optional.empty(),
                        Optional.of(TemplateText.parse(text)),
                        Optional.empty(),
                        Optional.empty(),
                        domain));
    }

    private static List<String> found(Template template) {
        return reports(template).stream()
                .flatMap(report -> report.findings().stream())
                .map(finding -> finding.level() + " " + finding.what())
                .toList();
    }

    @Test
    void segments_are_counted_with_the_longest_code_and_the_last_line() {
        Report report = reports(
                        sms("en", "{code} is your code, valid for {minutes} minutes.", Optional.of("acme.example")))
                .getFirst();
        assertThat(report.segments().orElseThrow().encoding()).isEqualTo(Segments.Encoding.GSM7);
        assertThat(report.segments().orElseThrow().units())
                .isEqualTo("88888888 is your code, valid for 10 minutes.\n@acme.example #88888888".length());
        assertThat(report.findings()).isEmpty();
        assertThat(report.broken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | {code} is your code’s number | WARNING only ’ (U+2019) makes it UCS-2",
                "ar | Code {code} | WARNING begins with letters that run the other way than its locale's (rtl)",
                "en | \u05e7\u05d5\u05d3 {code} | WARNING begins with letters that run the other way than its locale's (ltr)",
                "he | \u05e7\u05d5\u05d3 {code} Acme | WARNING mixes letters that run from the left and from the right"
            })
    void letters_that_make_a_message_dear_or_hard_to_read_are_named(String locale, String text, String finding) {
        assertThat(found(sms(locale, text, Optional.empty()))).anyMatch(each -> each.startsWith(finding));
    }

    @Test
    void isolated_foreign_letters_are_in_order_and_so_is_the_last_line() {
        Template isolated = sms("he", "\u05e7\u05d5\u05d3 {code} \u2068Acme\u2069", Optional.of("acme.example"));
        assertThat(found(isolated)).noneMatch(each -> each.contains("mixes"));
        assertThat(found(sms("he", "\u05e7\u05d5\u05d3 {code}", Optional.of("acme.example"))))
                .noneMatch(each -> each.contains("mixes") || each.contains("begins"));
    }

    @Test
    void long_texts_are_dear_and_very_long_ones_refused() {
        assertThat(found(sms("en", "{code} " + "long ".repeat(40), Optional.empty())))
                .containsExactly("WARNING takes 2 segments, each of which is charged for");
        assertThat(found(sms("en", "{code} " + "long ".repeat(400), Optional.empty())))
                .singleElement()
                .asString()
                .startsWith("ERROR takes 14 segments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"@acme.example  #{code}", "Code: @acme.example #{code}", "@acme #{code}", "@acme.example #1{code}"
            })
    void a_last_line_that_binds_nothing_is_an_error(String line) {
        boolean meant = line.startsWith("@");
        assertThat(found(sms("en", "{code} is it\n" + line, Optional.empty())).stream()
                        .anyMatch(each -> each.startsWith("ERROR its last line binds no code")))
                .as(line)
                .isEqualTo(meant);
        assertThat(found(sms("en", "{code} is it\n@acme.example #{code}", Optional.empty())))
                .isEmpty();
    }

    @Test
    void calls_and_mails_have_findings_of_their_own() {
        Template everywhere = new Template(
                "t",
                new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("en")),
                new Template.Words(
                        Optional.of("A sender of many letters"),
                        Optional.of(TemplateText.parse("{code}, see https://acme.example " + "x".repeat(500))),
                        Optional.of(TemplateText.parse("s".repeat(79))),
                        Optional.of(TemplateText.parse("<p>{code} {minutes}</p>")),
                        Optional.empty()));
        assertThat(reports(everywhere)).extracting(Report::channel).containsExactly(Channel.values());
        assertThat(found(everywhere))
                .anyMatch(each -> each.contains("sender has more than 11"))
                .anyMatch(each -> each.contains("long for a call"))
                .anyMatch(each -> each.contains("nobody can note down"))
                .anyMatch(each -> each.contains("subject has more than 78"))
                .anyMatch(each -> each.contains("says {minutes} in one of text and html only"));
    }

    @Test
    void a_template_without_words_is_looked_at_in_all_our_languages() {
        Template bound = new Template(
                "t",
                new Scope(Optional.empty(), Optional.empty(), Optional.of(Channel.SMS), Optional.empty()),
                new Template.Words(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("acme.example")));
        assertThat(reports(bound)).extracting(Report::locale).containsExactly("en", "zh_CN", "zh_TW", "id");
        assertThat(reports(bound)).noneMatch(Report::broken);
    }
}
