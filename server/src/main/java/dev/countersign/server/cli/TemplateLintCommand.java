package dev.countersign.server.cli;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.template.Finding;
import dev.countersign.server.template.Report;
import dev.countersign.server.template.TemplateLint;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countersign template lint`.
@Command(
        name = "lint",
        description =
                "Says what is wrong with templates, and in how many segments text messages by them travel with the"
                        + " longest code.",
        footer = {
            "",
            "Example:",
            "  countersign template lint --config countersign.yaml --strict",
            "",
            "Exit code 1 when there is an error; with --strict also when there is a warning.",
            "A template that can't be, as one with a broken placeholder, is refused when the",
            "configuration is read, here and by serve."
        })
final class TemplateLintCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OptionalConfigFile file = new OptionalConfigFile();

    @Option(names = "--strict", description = "Fails on a warning, too.")
    private boolean strict;

    @Option(names = "--json", description = "Writes one JSON document instead.")
    private boolean json;

    TemplateLintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = file.read(terminal.environment());
        List<Report> reports = new TemplateLint(
                        configuration.verification().codeDigits(),
                        configuration.verification().lifetime())
                .reports(configuration.plan().words());
        if (json) {
            terminal.say(document(reports));
        } else {
            tell(reports);
        }
        boolean failed = reports.stream()
                .anyMatch(report ->
                        report.broken() || (strict && !report.findings().isEmpty()));
        return failed ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private void tell(List<Report> reports) {
        if (reports.isEmpty()) {
            terminal.say("there is no template: all messages are in our own words");
            return;
        }
        Table table = new Table("TEMPLATE", "CHANNEL", "LOCALE", "SEGMENTS");
        reports.forEach(
                report -> table.row(report.template(), report.channel().word(), report.locale(), segments(report)));
        table.lines().forEach(terminal::say);
        reports.forEach(report -> report.findings()
                .forEach(finding -> terminal.say(level(finding) + ": " + report.template() + ", "
                        + report.channel().word() + ", " + report.locale() + ": " + finding.what())));
        terminal.say(count(reports, Finding.Level.ERROR) + " errors, " + count(reports, Finding.Level.WARNING)
                + " warnings");
    }

    private static String segments(Report report) {
        return report.segments()
                .map(segments ->
                        segments.count() + " in " + encoding(segments.encoding().name()) + " (" + segments.units()
                                + " of " + segments.count() * segments.perSegment() + ")")
                .orElse("-");
    }

    private static String encoding(String name) {
        return name.equals("GSM7") ? "GSM-7" : "UCS-2";
    }

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Report> reports, Finding.Level level) {
        return reports.stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.level() == level)
                .count();
    }

    private static String document(List<Report> reports) {
        return Json.write(new Value.Items(
                        reports.stream().map(TemplateLintCommand::value).toList()))
                .toUtf8();
    }

    private static Value value(Report report) {
        Value.Fields fields = Value.Fields.none()
                .plus("template", Value.text(report.template()))
                .plus("channel", Value.text(report.channel().word()))
                .plus("locale", Value.text(report.locale()));
        if (report.segments().isPresent()) {
            fields = fields.plus(
                            "segments", Value.number(report.segments().get().count()))
                    .plus("units", Value.number(report.segments().get().units()))
                    .plus(
                            "encoding",
                            Value.text(
                                    encoding(report.segments().get().encoding().name())));
        }
        return fields.plus(
                "findings",
                new Value.Items(report.findings().stream()
                        .map(finding -> (Value) Value.Fields.none()
                                .plus("level", Value.text(level(finding)))
                                .plus("what", Value.text(finding.what())))
                        .toList()));
    }
}
