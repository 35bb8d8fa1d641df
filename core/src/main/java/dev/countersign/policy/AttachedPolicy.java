package dev.countersign.policy;

/// A policy that somebody has, as it is needed to decide.
///
/// @param id its id
/// @param name its name
/// @param grammar the name of the grammar that reads it
/// @param document its text
public record AttachedPolicy(long id, String name, String grammar, String document) {}
