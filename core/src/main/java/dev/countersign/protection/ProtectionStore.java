package dev.countersign.protection;

/// Keeps principals' protection.
public interface ProtectionStore {
    /// A principal's protection; none where nothing was ever set.
    Protection of(long tenant, long uin);
}
