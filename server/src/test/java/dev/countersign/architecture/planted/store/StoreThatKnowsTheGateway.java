package dev.countersign.architecture.planted.store;

import dev.countersign.architecture.planted.gateway.Gateway;

/// An adapter on the gateway.
public record StoreThatKnowsTheGateway(Gateway gateway) {}
