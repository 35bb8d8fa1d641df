package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.History;
import dev.countersign.gateway.action.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message with its whole history as our own API shows it: never its text, and its destination masked.
record MessageView(
        @Field(doc = "The message's id: what carriers are told.", example = "01890a5d-ac96-774b-bcce-b302099a8057")
        String id,

        @Field(
                doc = "The verification that it is of; left out for a notice.",
                example = "01890a5d-ac96-774b-bcce-b302099a8057",
                omitted = true)
        @Nullable String verification,

        @Field(
                doc = "Where it went, masked; left out when that is forgotten.",
                example = "+852******67",
                omitted = true)
        @Nullable String to,

        @Field(doc = "How it travels: sms, voice or email.", example = "sms")
        String channel,

        @Field(doc = "Why it was sent.", example = "login") String purpose,

        @Field(
                doc =
                        "due, handed, delivered, undelivered, failed (the destination can't be reached), expired or dropped"
                                + " (its code was used or replaced before).",
                example = "delivered")
        String state,

        @Field(doc = "When it was written, UTC.", example = "2027-01-01T00:00:00.123Z")
        String createdAt,

        @Field(doc = "The hand-overs to carriers, in their order.")
        List<Dispatched> dispatches,

        @Field(doc = "The parts that carriers accepted, with what their receipts say.")
        List<Part> parts) {
    /// One hand-over.
    record Dispatched(
            @Field(doc = "Counts from 1.", example = "1") long number,

            @Field(doc = "The carrier's name.", example = "smsc-1")
            String carrier,

            @Field(doc = "The name of the route that chose it.", example = "hong-kong")
            String route,

            @Field(doc = "When it began, UTC.", example = "2027-01-01T00:00:00.130Z")
            String at,

            @Field(doc = "How many milliseconds the carrier thought.", example = "12")
            long tookMillis,

            @Field(doc = "handed, carrier-fault or destination-fault.", example = "handed")
            String result,

            @Field(doc = "The carrier's error.", example = "ESME_RSYSERR", omitted = true) @Nullable String error) {}

    /// A part that a carrier accepted.
    record Part(
            @Field(doc = "The number of the hand-over that it is of.", example = "1")
            long dispatch,

            @Field(doc = "Counts from 1 within the hand-over.", example = "1")
            long number,

            @Field(doc = "The carrier's name.", example = "smsc-1")
            String carrier,

            @Field(doc = "The carrier's id for it.", example = "4711")
            String reference,

            @Field(doc = "underway, delivered or undelivered.", example = "delivered")
            String state,

            @Field(doc = "The carrier's error code.", example = "000", omitted = true) @Nullable String error,

            @Field(
                    doc = "When the carrier says that it came to be so, UTC.",
                    example = "2027-01-01T00:00:02Z",
                    omitted = true)
            @Nullable String at) {}

    static MessageView of(History history) {
        return new MessageView(
                history.id(),
                history.verification().orElse(null),
                history.to().orElse(null),
                history.channel(),
                history.purpose(),
                history.state(),
                written(history.createdAt()),
                history.dispatches().stream().map(MessageView::of).toList(),
                history.parts().stream().map(MessageView::of).toList());
    }

    private static Dispatched of(History.Handing handing) {
        return new Dispatched(
                handing.number(),
                handing.carrier(),
                handing.route(),
                written(handing.at()),
                handing.took().toMillis(),
                handing.result(),
                handing.error().orElse(null));
    }

    private static Part of(History.Part part) {
        return new Part(
                part.dispatch(),
                part.number(),
                part.carrier(),
                part.reference(),
                part.state().name().toLowerCase(Locale.ROOT),
                part.error().orElse(null),
                part.at().map(MessageView::written).orElse(null));
    }

    /// ISO 8601 in UTC, to the millisecond.
    static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
