package dev.countersign.refusal;

/// A webhook or a delivery that can't be shown or changed.
public sealed interface WebhookRefusal extends Refusal {
    /// This tenant has no webhook of that name.
    record WebhookUnknown() implements WebhookRefusal {}

    /// This tenant has no delivery of that id.
    record DeliveryUnknown() implements WebhookRefusal {}

    /// No address that events may be posted to.
    record TargetInvalid() implements WebhookRefusal {}

    /// The tenant has as many as it may.
    ///
    /// @param most how many those are
    record WebhooksReached(int most) implements WebhookRefusal {}
}
