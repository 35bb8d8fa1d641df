package dev.countersign.architecture.planted.server.http;

import io.helidon.webserver.WebServer;

/// Knows its engine.
public record InnocentListener(WebServer server) {}
