package dev.countersign.policy;

import dev.countersign.policy.document.PolicyDocument;

/// A policy whose document was read.
///
/// @param id its id; 0 for one that has none, as the policy of a session
/// @param name what it is called when a decision is explained
/// @param document what it says
public record ReadPolicy(long id, String name, PolicyDocument document) {}
