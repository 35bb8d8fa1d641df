package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Origin;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Form;
import dev.countersign.segment.Segments;
import dev.countersign.value.Cause;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A message as it is shown.
///
/// @param kept as the inbox has it
/// @param segments how a text message travels; nothing for other channels
/// @param origin the verification that it belongs to; nothing for a notice, or when it is deleted
/// @param status where that stands now
/// @param action where the Explorer shows the action that it was sent by; empty for one that is not published
public record Letter(
        Kept kept,
        Optional<Segments> segments,
        Optional<Origin> origin,
        Optional<Verification.Status> status,
        String action) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Letter of(Kept kept, Optional<Origin> origin, String action, Instant now) {
        return new Letter(
                kept,
                Optional.of(kept)
                        .filter(one -> one.channel() == Channel.SMS)
                        .map(one -> Segments.of(one.text().reveal())),
                origin,
                origin.map(one -> one.at(now)),
                action);
    }

    /// Whom it went to, as people write it.
    public String to() {
        String to = kept.to().reveal();
        return to.matches("[0-9]+") ? "+" + to : to;
    }

    /// Where only messages to the same recipient are shown.
    public String alone() {
        return "/console/inbox?to=" + Form.encoded(kept.to().reveal());
    }

    /// Where the Explorer reads its verification, by our own API.
    public String verification() {
        return origin.map(one -> "/console/explorer/rest/countersign/v1/GetVerification?scheme=bearer&p.id="
                        + Form.encoded(one.verification()))
                .orElse("");
    }

    /// The id of its verification, also of one that is deleted by now; nothing for a notice.
    public Optional<String> verificationId() {
        return kept.ties().verification();
    }

    /// The call that it was sent for, while that is recorded.
    public Optional<Cause> cause() {
        return kept.ties().cause();
    }

    /// Where the Doctor explains its call; empty for a call of no action, which no journal has.
    public String request() {
        return cause().filter(call -> !call.action().isEmpty())
                .map(call -> "/console/doctor?id=" + Form.encoded(call.request().text()))
                .orElse("");
    }

    /// A mail's subject, in one line; empty for what has none.
    public String subject() {
        return kept.mail()
                .map(mail -> mail.subject()
                        .reveal()
                        .replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")
                        .strip())
                .orElse("");
    }

    /// Where a mail's second form is read; empty for what has none.
    public String page() {
        return kept.mail()
                .flatMap(Inbox.Mail::html)
                .map(html -> "/console/inbox/mail/" + Form.encoded(kept.id()))
                .orElse("");
    }

    /// What it says.
    public String text() {
        return kept.text().reveal();
    }

    /// Its code; empty for a notice.
    public String code() {
        return kept.code().reveal();
    }

    /// When it came, by the virtual clock, in UTC.
    public String time() {
        return TIME.format(kept.createdAt());
    }

    /// How its segments are written, as `GSM-7`.
    public String encoding() {
        return segments.map(Segments::encoding)
                .map(encoding -> switch (encoding) {
                    case GSM7 -> "GSM-7";
                    case UCS2 -> "UCS-2";
                })
                .orElse("");
    }
}
