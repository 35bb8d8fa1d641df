package dev.countersign.architecture.planted.gateway;

import dev.countersign.architecture.planted.product.ActionThatKnowsADialect;

/// The gateway on a product.
public record GatewayThatKnowsAProduct(ActionThatKnowsADialect action) {}
