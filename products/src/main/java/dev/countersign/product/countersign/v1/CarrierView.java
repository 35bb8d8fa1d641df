package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Carriers;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// A carrier as our own API shows it.
record CarrierView(
        @Field(doc = "The carrier's name in the configuration.", example = "smsc-1")
        String name,

        @Field(doc = "The channels that its routes hand it: sms, voice, email.", example = "sms")
        List<String> channels,

        @Field(doc = "Whether it would take a message now: connected, and not broken.", example = "true")
        boolean ready,

        @Field(doc = "Whether an operator drained it: it gets no further messages.", example = "false")
        boolean drained,

        @Field(doc = "How many messages this process has handed it without an answer yet.", example = "12")
        long inFlight) {
    static CarrierView of(Carriers.Standing standing) {
        return new CarrierView(
                standing.name(),
                standing.channels().stream().map(Channel::word).toList(),
                standing.ready(),
                standing.drained(),
                standing.inFlight());
    }
}
