package dev.countersign.refusal;

/// The caller has a temporary key, and this takes a permanent one.
public record PermanentKeyNeeded() implements Refusal {}
