package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Form;
import dev.countersign.segment.Segments;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A message as it is shown.
///
/// @param kept as the inbox has it
/// @param segments how a text message travels; nothing for other channels
public record Letter(Kept kept, Optional<Segments> segments) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Letter of(Kept kept) {
        return new Letter(
                kept,
                Optional.of(kept)
                        .filter(one -> one.channel() == Channel.SMS)
                        .map(one -> Segments.of(one.text().reveal())));
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
