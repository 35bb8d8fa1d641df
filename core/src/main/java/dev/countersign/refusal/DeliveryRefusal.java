package dev.countersign.refusal;

/// A carrier or a message that can't be shown or changed.
public sealed interface DeliveryRefusal extends Refusal
        permits DeliveryRefusal.CarrierUnknown, DeliveryRefusal.MessageUnknown {
    /// No route names a carrier of that name.
    record CarrierUnknown() implements DeliveryRefusal {}

    /// This tenant has no message of that id.
    record MessageUnknown() implements DeliveryRefusal {}
}
