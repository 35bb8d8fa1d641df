package dev.countersign.architecture.planted.product;

import io.helidon.webserver.WebServer;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.logging.Logger;
import tools.jackson.core.JsonParser;

/// A product on an HTTP engine, a JSON parser, a log and a metrics library.
public record ActionThatKnowsLibraries(WebServer server, JsonParser parser, Logger log, Counter counter) {}
