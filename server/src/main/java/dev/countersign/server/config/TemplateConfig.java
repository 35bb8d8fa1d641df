package dev.countersign.server.config;

import dev.countersign.delivery.template.Scope;
import dev.countersign.delivery.template.Template;
import dev.countersign.delivery.template.TemplateText;
import dev.countersign.destination.Channel;
import java.util.Optional;

/// What some messages say.
///
/// @param tenant whose
/// @param purpose why they are sent
/// @param channel how they travel
/// @param locale in which language
/// @param sender the sender's name
/// @param text what is read or heard
/// @param subject of a mail
/// @param html a mail's second form
/// @param domain the website that the code is for
@Area(
        value = "templates",
        doc =
                "What messages say. Of the templates that fit, the one that names the tenant goes first, then the purpose, then"
                        + " the channel, then the closest locale. What a template leaves out, and what has no template, is said in"
                        + " our own words. Placeholders: `{code}`, `{minutes}`, `{details}`, `{domain}`; a brace is `{{` or `}}`.")
public record TemplateConfig(
        @Key(
                doc = "The root UIN of the tenant whose messages it is for. By default everybody's.",
                example = "100000000001")
        Optional<Long> tenant,

        @Key(
                doc = "Why the message is sent: `registration`, `login`, `operation`, `enrolment`, `migration`,"
                        + " `number-registration`, a purpose of your own, or `notice-changed`, `notice-replaced`,"
                        + " `notice-withdrawn`. By default whatever carries a code.",
                example = "login")
        Optional<String> purpose,

        @Key(doc = "How it travels. By default in every way.", example = "email")
        Optional<Channel> channel,

        @Key(doc = "Its language: `pt_BR`, or `pt` for all of its locales. By default every locale.", example = "ar")
        Optional<String> locale,

        @Key(doc = "The sender's name.", example = "Acme") Optional<String> sender,

        @Key(
                doc = "What is read or heard. A call speaks the code digit by digit.",
                example = "\"{code} is your Acme code. {details}\"")
        Optional<TemplateText> text,

        @Key(doc = "A mail's subject.", example = "\"Your Acme code\"")
        Optional<TemplateText> subject,

        @Key(
                doc =
                        "A mail's HTML. What is filled in is escaped. Without `<html>` it becomes a document in the locale's"
                                + " direction; without this key it is made from `text`.",
                example = "\"<p><b>{code}</b> is your Acme code. {details}</p>\"")
        Optional<TemplateText> html,

        @Key(
                doc = "The website that the code is for. A text message then ends in the line `@domain #code`, by which"
                        + " browsers offer the code there only.",
                example = "acme.example")
        Optional<String> domain)
        implements Checked {
    /// The defaults: none.
    public static TemplateConfig standard() {
        return new TemplateConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void check() {
        template("");
        if (sender.isEmpty() && text.isEmpty() && subject.isEmpty() && domain.isEmpty()) {
            throw new IllegalArgumentException("it says nothing: set sender, text, subject or domain");
        }
    }

    /// The template.
    ///
    /// @throws IllegalArgumentException when no message could be written by it, or none that should be sent
    public Template template(String name) {
        return new Template(
                name,
                new Scope(tenant, purpose, channel, locale),
                new Template.Words(sender, text, subject, html, domain));
    }
}
