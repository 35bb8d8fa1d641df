package dev.countersign.gateway.policy;

import dev.countersign.policy.document.ResourcePattern;
import dev.countersign.policy.document.ResourcePattern.Fixed;
import dev.countersign.policy.document.ResourcePattern.Personal;
import dev.countersign.policy.document.ResourcePattern.Segment;
import dev.countersign.policy.document.Wildcard;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a resource: `*`, or six segments `qcs::service:region:account:resource`, where an empty service or region
/// means every one and an empty account the tenant itself
/// (<https://www.tencentcloud.com/document/product/598/10606>). `${uin}` stands for who calls
/// (<https://www.tencentcloud.com/document/product/598/10607>).
///
/// @param owner the tenant itself
record ResourceReader(long owner) {
    private static final int SEGMENTS = 6;
    private static final int LONGEST = Wildcard.LONGEST;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.*?-]*");
    private static final Pattern ACCOUNT = Pattern.compile("|\\*|u(in|id)/([0-9*?]{1,20}|\\$\\{(owner_)?uin})");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}?");
    private static final String EVERY = "*";

    ResourcePattern read(String text) {
        if (text.equals(EVERY)) {
            return new ResourcePattern.All();
        }
        String[] parts = text.split(":", SEGMENTS);
        if (parts.length != SEGMENTS || !parts[0].equals("qcs")) {
            throw new Refused(new PolicyDocumentRefusal.ResourceForm());
        }
        if (!parts[1].isEmpty()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceProject());
        }
        if (!WORD.matcher(parts[2]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceForm());
        }
        if (!WORD.matcher(parts[3]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceRegion());
        }
        if (!ACCOUNT.matcher(parts[4]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceAccount());
        }
        return new ResourcePattern.Segments(List.of(
                segment("qcs"),
                segment(""),
                segment(parts[2].isEmpty() ? EVERY : parts[2]),
                segment(parts[3].isEmpty() ? EVERY : parts[3]),
                segment(parts[4].isEmpty() ? "uin/" + owner : parts[4]),
                content(parts[5])));
    }

    private static Segment content(String text) {
        boolean odd = text.isEmpty()
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)
                || VARIABLE.matcher(text)
                        .results()
                        .anyMatch(found -> !found.group().equals(Personal.UIN)
                                && !found.group().equals(Personal.TENANT));
        if (odd) {
            throw new Refused(new PolicyDocumentRefusal.ResourceContent());
        }
        return segment(text);
    }

    private static Segment segment(String text) {
        return text.contains("${") ? new Personal(text) : new Fixed(Wildcard.of(text));
    }
}
