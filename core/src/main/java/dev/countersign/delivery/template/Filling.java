package dev.countersign.delivery.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.Channel;
import java.time.Instant;

/// What stands for the placeholders in one message.
///
/// @param code the code as it is read; empty for none
/// @param spoken whether it is heard instead
/// @param minutes how long it is valid
/// @param details what it confirms; empty for nothing
/// @param domain the website; empty for none
record Filling(String code, boolean spoken, long minutes, String details, String domain) {
    static Filling of(DueMessage due, String domain, Instant now) {
        return new Filling(
                due.code().map(code -> code.secret().reveal()).orElse(""),
                due.channel() == Channel.VOICE,
                due.minutesLeft(now),
                due.details(),
                domain);
    }

    /// In what is read or heard: a voice says the code digit by digit.
    String inText(Placeholder placeholder) {
        return switch (placeholder) {
            case CODE -> spoken ? String.join(" ", code.split("")) : code;
            case MINUTES -> Long.toString(minutes);
            case DETAILS -> details;
            case DOMAIN -> domain;
        };
    }

    /// In markup.
    String inHtml(Placeholder placeholder) {
        return Html.text(inText(placeholder)).markup();
    }

    /// In one line.
    String inSubject(Placeholder placeholder) {
        return inText(placeholder).replaceAll("\\R", " ");
    }

    /// Without what must not be logged.
    @Override
    public String toString() {
        return "Filling(******)";
    }
}
