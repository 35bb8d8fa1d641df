package dev.countersign.policy;

import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.policy.document.PolicyGrammar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Documents that were read, so that a call reads none: as many as fit, then all anew.
public final class Documents {
    private static final int REMEMBERED = 4096;

    /// Stands for the grammar that recognises a document.
    private static final String ANY = "";

    private final List<PolicyGrammar> known;
    private final Map<String, PolicyGrammar> grammars;
    private final Map<Key, PolicyDocument> read = new ConcurrentHashMap<>();

    private record Key(String text, long owner, String grammar) {}

    /// @param grammars how documents are written; the first one names the faults of those that none recognises
    public Documents(List<PolicyGrammar> grammars) {
        this.known = List.copyOf(grammars);
        this.grammars =
                grammars.stream().collect(Collectors.toUnmodifiableMap(PolicyGrammar::name, Function.identity()));
    }

    /// The name of the grammar that a document is written in.
    public String grammarOf(String text) {
        return known.stream()
                .filter(grammar -> grammar.recognises(text))
                .findFirst()
                .orElseGet(known::getFirst)
                .name();
    }

    /// What a document says, whichever grammar it is written in.
    ///
    /// @param owner the tenant that names without an account mean
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]
    public PolicyDocument read(String text, long owner) {
        return remembered(new Key(text, owner, ANY), () -> grammarOf(text));
    }

    /// What a document says.
    ///
    /// @param owner the tenant that names without an account mean
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]; one that was
    ///     accepted before is never refused
    public PolicyDocument read(String text, long owner, String grammar) {
        return remembered(new Key(text, owner, grammar), () -> grammar);
    }

    private PolicyDocument remembered(Key key, Supplier<String> grammar) {
        PolicyDocument known = read.get(key);
        if (known != null) {
            return known;
        }
        PolicyGrammar reader = grammars.get(grammar.get());
        if (reader == null) {
            throw new IllegalStateException("no grammar is called " + key.grammar());
        }
        PolicyDocument document = reader.permissions(key.text(), key.owner());
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        read.put(key, document);
        return document;
    }
}
