package dev.countersign.gateway.action;

import java.util.List;

/// A product in one version: what its vendor calls a service.
///
/// @param dialect the name of the dialect that speaks it
/// @param name as in `intlpartnersmgt`
/// @param version as in `2022-09-28`
/// @param needsSubscription whether a tenant must have subscribed to it before any of its actions may be called
/// @param actions its actions, in the order of the reference
public record Product(
        String dialect, String name, String version, boolean needsSubscription, List<Action<?, ?>> actions) {}
