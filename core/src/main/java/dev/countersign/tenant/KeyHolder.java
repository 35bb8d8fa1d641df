package dev.countersign.tenant;

/// An active access key together with whom it signs for.
public record KeyHolder(AccessKey key, Principal principal, Tenant tenant) {}
