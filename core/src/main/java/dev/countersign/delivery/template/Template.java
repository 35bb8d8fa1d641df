package dev.countersign.delivery.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message.Written;
import dev.countersign.delivery.Notice;
import dev.countersign.destination.Channel;
import java.time.Instant;
import java.util.Optional;

/// What some messages say. What it leaves out is said as without it.
///
/// @param name its name in the configuration
/// @param scope which messages
/// @param words what they say
public record Template(String name, Scope scope, Words words) {
    /// The words.
    ///
    /// @param sender the sender's name
    /// @param text what is read or heard
    /// @param subject of a mail
    /// @param html a mail's second form; empty for one that is made from the text
    /// @param domain the website that the code is for; a text message ends in the line that says so
    public record Words(
            Optional<String> sender,
            Optional<TemplateText> text,
            Optional<TemplateText> subject,
            Optional<TemplateText> html,
            Optional<String> domain) {}

    /// @throws IllegalArgumentException saying why no message could be written by it, or none that should be
    ///     sent
    public Template {
        Optional<Channel> channel = scope.channel();
        boolean mail = channel.map(one -> one == Channel.EMAIL).orElse(true);
        require(mail || words.subject().isEmpty(), "only a mail has a subject");
        require(mail || words.html().isEmpty(), "only a mail has a second form, html");
        require(words.html().isEmpty() || words.text().isPresent(), "html needs text beside it");
        require(words.domain().map(OriginLine::host).orElse(true), "domain must be a host name such as example.com");
        words.text().ifPresent(text -> judge(text, "text", scope, words));
        words.html().ifPresent(html -> judge(html, "html", scope, words));
        words.subject().ifPresent(subject -> judgeSubject(subject, words));
    }

    private static void judge(TemplateText text, String key, Scope scope, Words words) {
        boolean notice = scope.purpose().map(Template::isNotice).orElse(false);
        require(notice || text.has(Placeholder.CODE), key + " lacks {code}");
        require(
                !notice || (!text.has(Placeholder.CODE) && !text.has(Placeholder.MINUTES)),
                key + " has {code} or {minutes}, but a notice has no code");
        require(
                text.has(Placeholder.DETAILS)
                        || !scope.purpose().filter("operation"::equals).isPresent(),
                key + " lacks {details}: who confirms an operation must see what it is");
        require(
                !text.has(Placeholder.DOMAIN) || words.domain().isPresent(),
                key + " has {domain}, but no domain is set");
    }

    private static void judgeSubject(TemplateText subject, Words words) {
        require(subject.toString().indexOf('\n') < 0, "subject must be one line");
        require(
                !subject.has(Placeholder.DOMAIN) || words.domain().isPresent(),
                "subject has {domain}, but no domain is set");
        require(!subject.has(Placeholder.DETAILS), "subject can't hold {details}");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Whether a purpose is the word of a notice.
    static boolean isNotice(String purpose) {
        for (Notice.Kind kind : Notice.Kind.values()) {
            if (kind.word().equals(purpose)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it can say all that this message has to say. One that would leave out an operation's fields
    /// can't, nor one that speaks of a code to somebody who gets none.
    boolean says(DueMessage due) {
        boolean coded = due.code().isPresent() || words.text().isEmpty() || !speaksOfCode();
        boolean detailed = due.details().isEmpty() || (shows(words.text()) && shows(words.html()));
        return coded && detailed;
    }

    private static boolean shows(Optional<TemplateText> text) {
        return text.map(own -> own.has(Placeholder.DETAILS)).orElse(true);
    }

    private boolean speaksOfCode() {
        return words.text().map(text -> text.has(Placeholder.CODE)).orElse(false);
    }

    /// Writes a message.
    ///
    /// @param standard the same message without any template
    Written write(DueMessage due, Written standard, Instant now) {
        Filling filling = Filling.of(due, words.domain().orElse(""), now);
        String sender = words.sender().orElse(standard.from());
        String subject = words.subject()
                .map(text -> text.fill(filling::inSubject))
                .orElse(standard.subject().equals(standard.from()) ? sender : standard.subject());
        String text = words.text().map(own -> own.fill(filling::inText).strip()).orElse(standard.text());
        if (due.channel() != Channel.EMAIL) {
            return new Written(sender, subject, bound(due, text), Optional.empty());
        }
        Html html = words.html().map(own -> new Html(own.fill(filling::inHtml))).orElse(Html.paragraph(text));
        Optional<String> locale = words.text().isPresent() ? scope.locale() : Optional.of(language(due));
        return new Written(
                sender,
                subject,
                text,
                Optional.of(html.document(locale, subject).markup()));
    }

    /// The language of our own texts for a message.
    static String language(DueMessage due) {
        return dev.countersign.verification.MessageLanguage.of(due.locale()).word();
    }

    private String bound(DueMessage due, String text) {
        if (due.channel() != Channel.SMS
                || words.domain().isEmpty()
                || due.code().isEmpty()) {
            return text;
        }
        String line =
                new OriginLine(words.domain().get(), due.code().get().secret().reveal()).text();
        return text.endsWith("\n" + line) ? text : text + "\n" + line;
    }

    /// Without what it says.
    @Override
    public String toString() {
        return "Template(" + name + ")";
    }
}
