package dev.countersign.architecture.planted.gateway.wire;

import dev.countersign.architecture.planted.gateway.Gateway;

/// No leaf.
public record WireThatKnowsTheGateway(Gateway gateway) {}
