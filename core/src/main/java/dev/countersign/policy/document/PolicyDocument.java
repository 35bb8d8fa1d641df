package dev.countersign.policy.document;

import java.util.List;

/// A policy document is a list of statements: what may be done, and what may not.
///
/// @param statements in the order in which they were written
public record PolicyDocument(List<Statement> statements) {
    /// Copies the list.
    public PolicyDocument {
        statements = List.copyOf(statements);
    }
}
