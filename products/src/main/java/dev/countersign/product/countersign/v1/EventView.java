package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.webhook.Event;
import org.jspecify.annotations.Nullable;

/// An event as our own API shows it: the members of CloudEvents 1.0, as they are posted.
record EventView(
        @Field(doc = "The version of CloudEvents.", example = "1.0")
        String specversion,

        @Field(doc = "The event's id: the same in every delivery.", example = "01890a5d-ac96-774b-bcce-b302099a8058")
        String id,

        @Field(doc = "Where it happened.", example = "/tenants/100000000001")
        String source,

        @Field(doc = "What happened.", example = "dev.countersign.message.delivered")
        String type,

        @Field(doc = "The id of the verification or message.", example = "01890a5d-ac96-774b-bcce-b302099a8057")
        String subject,

        @Field(doc = "When, UTC.", example = "2027-01-01T00:00:00.123Z")
        String time,

        @Field(doc = "The form of `data`.", example = "application/json")
        String datacontenttype,

        @Field(doc = "What it happened to.") Data data) {
    /// What an event happened to.
    record Data(
            @Field(
                    doc = "The verification's id; left out for a notice.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    omitted = true)
            @Nullable String verification,

            @Field(
                    doc = "The message's id; left out for an event of a verification.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    omitted = true)
            @Nullable String message,

            @Field(doc = "What the code is good for, or what a notice says.", example = "login")
            String purpose,

            @Field(doc = "sms, voice or email.", example = "sms")
            String channel,

            @Field(doc = "Where it went, masked.", example = "+852******67", omitted = true) @Nullable String to,

            @Field(doc = "The UIN of the user whom it is about.", example = "100000000011", omitted = true) @Nullable Long principal,

            @Field(doc = "The carrier that was handed the message.", example = "smsc-1", omitted = true) @Nullable String carrier,

            @Field(doc = "Why it failed: a carrier's code or fixed words.", example = "000", omitted = true) @Nullable String error) {}

    static EventView of(Event event) {
        Event.Data data = event.data();
        return new EventView(
                "1.0",
                event.id(),
                event.source(),
                event.type().word(),
                event.subject(),
                MessageView.written(event.at()),
                "application/json",
                new Data(
                        data.verification().orElse(null),
                        data.message().orElse(null),
                        data.purpose(),
                        data.channel(),
                        data.to().orElse(null),
                        data.principal().orElse(null),
                        data.carrier().orElse(null),
                        data.error().orElse(null)));
    }
}
