package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.policy.document.PolicyGrammar;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.Map;
import java.util.Set;

/// Alibaba Cloud's policy syntax, Version "1" (<https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax>).
/// Elements begin with a capital; an element that does not exist is refused, so that a misspelt condition never
/// stands for none.
public final class RamGrammar implements PolicyGrammar {
    /// The name that it is kept under.
    public static final String NAME = "ram";

    /// How many characters a document may have, as many as in the other grammar.
    public static final int LONGEST = TencentGrammar.LONGEST;

    private static final Set<String> ELEMENTS = Set.of("Version", "Statement");

    @Override
    public String name() {
        return NAME;
    }

    /// A document that writes both vendors' elements is the first grammar's, which refuses it.
    @Override
    public boolean recognises(String text) {
        Set<String> outline = DocumentText.outline(text);
        return outline.contains("Version") && !outline.contains("version");
    }

    @Override
    public PolicyDocument permissions(String text, long owner) {
        Map<String, Value> elements = DocumentText.elements(text, LONGEST);
        if (!(elements.get("Version") instanceof Value.Text version)
                || !version.text().equals("1")) {
            throw new Refused(new PolicyDocumentRefusal.VersionUnknown());
        }
        if (!ELEMENTS.containsAll(elements.keySet())) {
            throw new Refused(new PolicyDocumentRefusal.NotADocument());
        }
        if (!(elements.get("Statement") instanceof Value.Items statements)
                || statements.items().isEmpty()) {
            throw new Refused(new PolicyDocumentRefusal.StatementInvalid());
        }
        return new PolicyDocument(
                statements.items().stream().map(RamStatementReader::read).toList());
    }
}
