package dev.countersign.delivery.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Message.Written;
import dev.countersign.delivery.Templates;
import dev.countersign.destination.Channel;
import dev.countersign.verification.MessageLanguage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Writes messages by templates, and by our own texts where there is none.
///
/// Of the templates that are for a message and can say all that it has to, the one that names the tenant goes
/// first, then the one that names the purpose, then the channel, then the closest locale. Without one in the
/// locale's language, a person whose language our own texts are written in gets those; everybody else gets
/// the operator's English, and without that, ours.
public final class TemplateBook implements Templates {
    private static final List<String> ENGLISH = List.of("en");

    private final List<Template> templates;
    private final Templates own;

    /// @param templates the operator's
    /// @param own what is said without them
    public TemplateBook(List<Template> templates, Templates own) {
        this.templates = List.copyOf(templates);
        this.own = own;
    }

    @Override
    public Message write(DueMessage due, Instant now) {
        Message standard = own.write(due, now);
        Written written = chosen(due)
                .map(template -> template.write(due, standard.written(), now))
                .orElseGet(() -> withHtml(due, standard.written()));
        return new Message(
                standard.id(),
                standard.tenant(),
                standard.channel(),
                standard.to(),
                written,
                standard.code(),
                standard.purpose(),
                standard.locale(),
                standard.expiresAt());
    }

    private static Written withHtml(DueMessage due, Written standard) {
        if (due.channel() != Channel.EMAIL || standard.html().isPresent()) {
            return standard;
        }
        Html html = Html.paragraph(standard.text()).document(Optional.of(Template.language(due)), standard.subject());
        return new Written(standard.from(), standard.subject(), standard.text(), Optional.of(html.markup()));
    }

    /// The template that such a message is written by; empty for our own texts.
    public Optional<Template> chosen(DueMessage due) {
        Optional<Template> inLanguage = best(due, Locales.chain(due.locale()));
        if (inLanguage.isPresent() || MessageLanguage.of(due.locale()) != MessageLanguage.ENGLISH) {
            return inLanguage;
        }
        return best(due, ENGLISH);
    }

    private Optional<Template> best(DueMessage due, List<String> locales) {
        return templates.stream()
                .filter(template -> template.scope().holds(due, locales) && template.says(due))
                .min(Comparator.comparingInt(
                                (Template template) -> template.scope().distance(locales))
                        .thenComparing(Template::name));
    }
}
