package dev.countersign.server.cli;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message.Written;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.Template;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.segment.Segments;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.template.Specimen;
import dev.countersign.verification.Code;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countersign template preview`.
@Command(
        name = "preview",
        description = "Shows a message as somebody would get it, and which template it is written by.",
        footer = {
            "",
            "Examples:",
            "  countersign template preview -c countersign.yaml --purpose login --locale ar",
            "  countersign template preview -c countersign.yaml --channel email --html",
        })
final class TemplatePreviewCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OptionalConfigFile file = new OptionalConfigFile();

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            defaultValue = "login",
            description = "Why it is sent. Default: login.")
    private String purpose = "login";

    @Option(
            names = "--channel",
            paramLabel = "sms|voice|email",
            defaultValue = "sms",
            description = "How it travels. Default: sms.")
    private Channel channel = Channel.SMS;

    @Option(names = "--locale", paramLabel = "LOCALE", defaultValue = "en", description = "Its language. Default: en.")
    private String locale = "en";

    @Option(
            names = "--tenant",
            paramLabel = "UIN",
            defaultValue = "0",
            description = "Whose it is. Default: anybody's.")
    private long tenant;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            defaultValue = "",
            description = "The code. Default: 123456, as long as codes are.")
    private String code = "";

    @Option(
            names = "--details",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What it confirms, as an operation's fields.")
    private String details = "";

    @Option(names = "--html", description = "Only the HTML of a mail.")
    private boolean html;

    @Option(names = "--json", description = "Writes one JSON document instead.")
    private boolean json;

    TemplatePreviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = file.read(terminal.environment());
        String shown = code.isEmpty()
                ? "12345678".substring(0, configuration.verification().codeDigits())
                : code;
        DueMessage due = new Specimen(tenant, purpose, channel, locale, details)
                .due(Code.of(shown), configuration.verification().lifetime());
        TemplateBook book = new TemplateBook(configuration.plan().words(), Templates.standard());
        Written written = write(book, due);
        String template = book.chosen(due).map(Template::name).orElse("");
        if (html) {
            terminal.say(written.html().orElseThrow(() -> new CommandFailed("only a mail has HTML: --channel email")));
        } else if (json) {
            terminal.say(document(template, written));
        } else {
            tell(template, written);
        }
        return ExitCodes.OK;
    }

    private Written write(TemplateBook book, DueMessage due) {
        try {
            return book.write(due, Specimen.WRITTEN).written();
        } catch (IllegalArgumentException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()));
        }
    }

    private void tell(String template, Written written) {
        terminal.say("template  " + (template.isEmpty() ? "none: our own words" : template));
        terminal.say("from      " + written.from());
        if (channel == Channel.EMAIL) {
            terminal.say("subject   " + written.subject());
        }
        if (channel == Channel.SMS) {
            Segments segments = Segments.of(written.text());
            terminal.say("segments  " + segments.count() + " (" + segments.units() + " of "
                    + segments.count() * segments.perSegment() + " in "
                    + (segments.encoding() == Segments.Encoding.GSM7 ? "GSM-7" : "UCS-2") + ")");
        }
        terminal.say("");
        terminal.say(written.text());
    }

    private static String document(String template, Written written) {
        Value.Fields fields = Value.Fields.none()
                .plus("template", template.isEmpty() ? new Value.Nothing() : Value.text(template))
                .plus("from", Value.text(written.from()))
                .plus("subject", Value.text(written.subject()))
                .plus("text", Value.text(written.text()));
        if (written.html().isPresent()) {
            fields = fields.plus("html", Value.text(written.html().get()));
        }
        return Json.write(fields).toUtf8();
    }
}
