package dev.countersign.policy.document;

/// Reads one vendor's way of writing who may assume a role. What it accepts is bounded in length and depth.
public interface TrustGrammar {
    /// Reads who may assume a role.
    ///
    /// @param text the document
    /// @param owner the tenant that the role belongs to
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]
    PolicyDocument trust(String text, long owner);
}
