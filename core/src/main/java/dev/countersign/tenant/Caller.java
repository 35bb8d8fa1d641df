package dev.countersign.tenant;

/// The caller is the principal whose credentials were proven for this call.
///
/// @param tenant whom it belongs to
/// @param principal who it is
/// @param source the address that the call came from, for ceilings per source; never logged in full
public record Caller(Tenant tenant, Principal principal, String source) {}
