package dev.countersign.refusal;

/// A number or address that can't be one, under the installation's `phone.validation`.
public record DestinationInvalid() implements SendRefusal {}
