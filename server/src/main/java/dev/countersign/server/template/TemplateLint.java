package dev.countersign.server.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message.Written;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.OriginLine;
import dev.countersign.delivery.template.Placeholder;
import dev.countersign.delivery.template.Template;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.destination.Channel;
import dev.countersign.segment.Segments;
import dev.countersign.verification.Code;
import dev.countersign.verification.MessageLanguage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks at templates as the people and the carriers will that get messages by them.
public final class TemplateLint {
    private static final int MOST_SEGMENTS = 6;
    private static final int LONGEST_SENDER = 11;
    private static final int LONGEST_SUBJECT = 78;
    private static final int LONGEST_SPEECH = 500;

    private final Code code;
    private final Duration lifetime;

    /// @param digits how many digits a code has
    /// @param lifetime how long a code lives
    public TemplateLint(int digits, Duration lifetime) {
        this.code = Code.of("8".repeat(digits));
        this.lifetime = lifetime;
    }

    /// Looks at all of them: each on every channel that it is for.
    public List<Report> reports(List<Template> templates) {
        List<Report> reports = new ArrayList<>();
        for (Template template : templates) {
            for (Channel channel : channels(template)) {
                for (String locale : locales(template)) {
                    reports.add(report(template, channel, locale));
                }
            }
        }
        return reports;
    }

    private static List<Channel> channels(Template template) {
        return template.scope().channel().map(List::of).orElseGet(() -> Arrays.asList(Channel.values()));
    }

    /// A template without words of its own is looked at in every language of ours.
    private static List<String> locales(Template template) {
        Optional<String> own = template.scope().locale();
        if (own.isPresent() || template.words().text().isPresent()) {
            return List.of(own.orElse("en"));
        }
        return Arrays.stream(MessageLanguage.values())
                .map(MessageLanguage::word)
                .toList();
    }

    private Report report(Template template, Channel channel, String locale) {
        String purpose = template.scope().purpose().orElse("login");
        DueMessage due =
                new Specimen(template.scope().tenant().orElse(1L), purpose, channel, locale, "").due(code, lifetime);
        Written written = new TemplateBook(List.of(template), Templates.standard())
                .write(due, Specimen.WRITTEN)
                .written();
        List<Finding> findings = new ArrayList<>();
        if (template.words().text().isPresent()) {
            findings.addAll(new Lettering(
                            template.words().text().get(), template.scope().locale())
                    .findings());
        }
        return switch (channel) {
            case SMS -> {
                Segments segments = Segments.of(written.text());
                texted(written, due, segments, findings);
                yield new Report(template.name(), channel, locale, Optional.of(segments), findings);
            }
            case VOICE -> {
                spoken(written, findings);
                yield new Report(template.name(), channel, locale, Optional.empty(), findings);
            }
            case EMAIL -> {
                mailed(template, written, findings);
                yield new Report(template.name(), channel, locale, Optional.empty(), findings);
            }
        };
    }

    private void texted(Written written, DueMessage due, Segments segments, List<Finding> findings) {
        if (segments.count() > MOST_SEGMENTS) {
            findings.add(Finding.error(
                    "takes " + segments.count() + " segments; many carriers refuse more than " + MOST_SEGMENTS));
        } else if (segments.count() > 1) {
            findings.add(Finding.warning("takes " + segments.count() + " segments, each of which is charged for"));
        }
        if (segments.encoding() == Segments.Encoding.UCS2) {
            Lettering.strangers(written.text()).ifPresent(findings::add);
        }
        if (written.from().length() > LONGEST_SENDER) {
            findings.add(Finding.warning("its sender has more than " + LONGEST_SENDER + " characters, the most that a"
                    + " text message can show"));
        }
        if (due.code().isPresent() && OriginLine.meant(written.text())) {
            boolean bound = OriginLine.read(written.text())
                    .filter(line -> line.code().equals(code.secret().reveal()))
                    .isPresent();
            if (!bound) {
                findings.add(Finding.error("its last line binds no code: it must be @host, one blank, #{code}, with"
                        + " nothing before the @; or set domain and leave the line out"));
            }
        }
    }

    private static void spoken(Written written, List<Finding> findings) {
        if (written.text().length() > LONGEST_SPEECH) {
            findings.add(Finding.warning("is long for a call: more than " + LONGEST_SPEECH + " characters"));
        }
        if (written.text().contains("@") || written.text().contains("http")) {
            findings.add(Finding.warning("has an address, which nobody can note down from a call"));
        }
    }

    private static void mailed(Template template, Written written, List<Finding> findings) {
        if (written.subject().length() > LONGEST_SUBJECT) {
            findings.add(Finding.warning("its subject has more than " + LONGEST_SUBJECT + " characters"));
        }
        boolean said = template.words()
                .text()
                .map(text -> text.has(Placeholder.MINUTES))
                .orElse(true);
        boolean shown = template.words()
                .html()
                .map(html -> html.has(Placeholder.MINUTES))
                .orElse(said);
        if (shown != said) {
            findings.add(Finding.warning("says {minutes} in one of text and html only"));
        }
    }
}
