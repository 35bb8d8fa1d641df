package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Origin;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Form;
import dev.countersign.segment.Segments;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A message as it is shown.
///
/// @param kept as the inbox has it
/// @param segments how a text message travels; nothing for other channels
/// @param origin the verification that it belongs to; nothing for a notice, or when it is deleted
/// @param status where that stands now
public record Letter(
        Kept kept, Optional<Segments> segments, Optional<Origin> origin, Optional<Verification.Status> status) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Messages as they are shown at a time of the virtual clock, with what is known about each.
    static List<Letter> all(Inbox inbox, List<Kept> many, Instant now) {
        Map<String, Origin> origins =
                inbox.origins(many.stream().map(Kept::id).collect(Collectors.toUnmodifiableSet()));
        return many.stream()
                .map(kept -> of(kept, Optional.ofNullable(origins.get(kept.id())), now))
                .toList();
    }

    static Letter of(Kept kept, Optional<Origin> origin, Instant now) {
        return new Letter(
                kept,
                Optional.of(kept)
                        .filter(one -> one.channel() == Channel.SMS)
                        .map(one -> Segments.of(one.text().reveal())),
                origin,
                origin.map(one -> one.at(now)));
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
