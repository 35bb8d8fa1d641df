package dev.countersign.refusal;

/// The tenant has no user of that UIN; its root is none.
public record UserUnknown() implements PolicyRefusal {}
