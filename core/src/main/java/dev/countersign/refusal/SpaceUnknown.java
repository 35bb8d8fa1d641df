package dev.countersign.refusal;

/// No space of the caller's tenant has this id. Another tenant's looks the same.
public record SpaceUnknown() implements NumberRefusal, SpaceRefusal {}
