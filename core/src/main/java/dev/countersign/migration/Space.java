package dev.countersign.migration;

import java.util.Optional;

/// A space is a sub-customer inside a tenant, which owns phone numbers.
///
/// @param id what callers name it by; any text
/// @param tenant whose it is
/// @param waba the business account that is bound to it. One that is bound is approved: nobody else reviews it here
public record Space(String id, long tenant, Optional<String> waba) {}
