package dev.countersign.server.console.sample;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;

/// What is to be written as code.
///
/// @param dialect the wire
/// @param scheme how it is to be signed
/// @param protocol how the server is reached: `http` or `https`
/// @param call the call
public record Wanted(String dialect, Scheme scheme, String protocol, Outgoing call) {}
