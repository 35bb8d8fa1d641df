package dev.countersign.policy.document;

/// Reads one vendor's way of writing policy documents. What it accepts is bounded in length and depth.
public interface PolicyGrammar {
    /// Whether a document is written in it, judged by its outline: one that is may still be at fault, and no two
    /// grammars recognise the same document.
    boolean recognises(String text);

    /// The name that it is kept under, as `tencent`.
    String name();

    /// Reads what a user, a role or a session may do.
    ///
    /// @param text the document
    /// @param owner the tenant that names without an account mean
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]
    PolicyDocument permissions(String text, long owner);
}
