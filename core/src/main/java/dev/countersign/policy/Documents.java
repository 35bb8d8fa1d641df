package dev.countersign.policy;

import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.policy.document.PolicyGrammar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Documents that were read, so that a call reads none: as many as fit, then all anew.
public final class Documents {
    private static final int REMEMBERED = 4096;

    private final Map<String, PolicyGrammar> grammars;
    private final Map<Key, PolicyDocument> read = new ConcurrentHashMap<>();

    private record Key(String text, long owner, String grammar) {}

    /// @param grammars how documents are written
    public Documents(List<PolicyGrammar> grammars) {
        this.grammars =
                grammars.stream().collect(Collectors.toUnmodifiableMap(PolicyGrammar::name, Function.identity()));
    }

    /// What a document says.
    ///
    /// @param owner the tenant that names without an account mean
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]; one that was
    ///     accepted before is never refused
    public PolicyDocument read(String text, long owner, String grammar) {
        Key key = new Key(text, owner, grammar);
        PolicyDocument known = read.get(key);
        if (known != null) {
            return known;
        }
        PolicyGrammar reader = grammars.get(grammar);
        if (reader == null) {
            throw new IllegalStateException("no grammar is called " + grammar);
        }
        PolicyDocument document = reader.permissions(text, owner);
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        read.put(key, document);
        return document;
    }
}
