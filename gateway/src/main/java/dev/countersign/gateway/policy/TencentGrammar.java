package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.policy.document.PolicyGrammar;
import dev.countersign.policy.document.Statement;
import dev.countersign.policy.document.TrustGrammar;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tencent Cloud's policy syntax, version 2.0
/// (<https://www.tencentcloud.com/document/product/598/10603>,
/// <https://www.tencentcloud.com/document/product/598/10604>).
/// Elements are in small letters; an element that does not exist is refused, so that a misspelt condition never
/// stands for none.
public final class TencentGrammar implements PolicyGrammar, TrustGrammar {
    /// The name that it is kept under.
    public static final String NAME = "tencent";

    /// How many characters a document may have (<https://www.tencentcloud.com/document/product/598/10609>).
    public static final int LONGEST = 6144;

    private static final Set<String> ELEMENTS = Set.of("version", "statement");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String text) {
        return DocumentText.outline(text).contains("version");
    }

    @Override
    public PolicyDocument permissions(String text, long owner) {
        return document(text, owner, false);
    }

    @Override
    public PolicyDocument trust(String text, long owner) {
        return document(text, owner, true);
    }

    private static PolicyDocument document(String text, long owner, boolean trust) {
        Map<String, Value> elements = DocumentText.elements(text, LONGEST);
        if (!(elements.get("version") instanceof Value.Text version)
                || !version.text().equals("2.0")) {
            throw new Refused(new PolicyDocumentRefusal.VersionUnknown());
        }
        if (elements.containsKey("principal") && !trust) {
            throw new Refused(new PolicyDocumentRefusal.PrincipalInvalid());
        }
        if (!ELEMENTS.containsAll(elements.keySet())) {
            throw new Refused(new PolicyDocumentRefusal.NotADocument());
        }
        List<Value> written = Members.several(elements.get("statement"));
        if (written.isEmpty()) {
            throw new Refused(new PolicyDocumentRefusal.StatementInvalid());
        }
        StatementReader reader = new StatementReader(owner, trust);
        List<Statement> statements = new ArrayList<>(written.size());
        for (Value one : written) {
            statements.add(reader.read(one));
        }
        return new PolicyDocument(statements);
    }
}
