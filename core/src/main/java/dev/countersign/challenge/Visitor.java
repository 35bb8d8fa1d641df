package dev.countersign.challenge;

import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.util.Optional;

/// The browser of one request.
///
/// @param browser the secret of its cookie, if it sent one
/// @param source the address that it came from, for ceilings per source; never logged in full
/// @param request the id of the request
public record Visitor(Optional<Secret> browser, String source, RequestId request) {}
