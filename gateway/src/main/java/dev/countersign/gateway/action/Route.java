package dev.countersign.gateway.action;

/// Where an action of our own API stands.
///
/// @param method the HTTP method
/// @param path the path with parameters in braces: `/v1/verifications/{id}/check`
/// @param status the HTTP status of a success
public record Route(String method, String path, int status) {}
