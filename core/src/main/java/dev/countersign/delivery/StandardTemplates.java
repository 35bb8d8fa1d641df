package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.verification.Code;
import dev.countersign.verification.MessageLanguage;
import java.time.Instant;
import java.util.Locale;

/// Writes messages in our own words, in the languages of [MessageLanguage].
final class StandardTemplates {
    /// The sender's name.
    static final String SENDER = "Countersign";

    /// No message says more than this after its sentence; who has it said keeps below.
    private static final int LONGEST_DETAILS = 400;

    private StandardTemplates() {}

    /// Writes a due message out.
    ///
    /// @param now tells how many minutes the code is still valid
    static Message write(DueMessage due, Instant now) {
        Wording wording = Wording.in(MessageLanguage.of(due.locale()));
        String text = due.code()
                .map(code -> coded(due, code, wording, now))
                .orElseGet(() -> wording.notice(Notice.Kind.of(due.purpose())));
        return new Message(
                due.id(),
                due.tenant(),
                due.channel(),
                due.to(),
                Message.Written.plain(SENDER, text),
                due.code(),
                due.purpose(),
                due.locale(),
                due.expiresAt());
    }

    private static String coded(DueMessage due, Code code, Wording wording, Instant now) {
        String digits = code.secret().reveal();
        String spoken = due.channel() == Channel.VOICE ? String.join(" ", digits.split("")) : digits;
        return String.format(Locale.ROOT, wording.text(due.purpose()), spoken, due.minutesLeft(now))
                + details(due, wording);
    }

    /// What the code confirms, so that a person sees a changed amount or payee.
    private static String details(DueMessage due, Wording wording) {
        if (due.details().isEmpty()) {
            return "";
        }
        if (due.details().length() > LONGEST_DETAILS) {
            throw new IllegalArgumentException("a message says at most " + LONGEST_DETAILS + " characters more");
        }
        return wording.details() + due.details();
    }
}
