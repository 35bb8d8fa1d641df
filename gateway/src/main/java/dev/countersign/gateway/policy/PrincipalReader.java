package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.Trusted;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads whom a role trusts: `{"qcs": ["qcs::cam::uin/1:root", "qcs::cam::uin/1:uin/2"], "service": ["x.example"]}`.
/// Identity providers (`federated`) are none of what can assume a role here.
final class PrincipalReader {
    private static final Pattern NAME =
            Pattern.compile("qcs::cam::uin/([1-9][0-9]{0,17}):(?:(root)|uin/([1-9][0-9]{0,17}))");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,127}");
    private static final Set<String> KINDS = Set.of("qcs", "service");

    private PrincipalReader() {}

    static Trusted read(Value written) {
        if (!(written instanceof Value.Fields fields)
                || fields.fields().isEmpty()
                || !KINDS.containsAll(fields.fields().keySet())) {
            throw new Refused(new PolicyDocumentRefusal.PrincipalInvalid());
        }
        Set<Long> tenants = new HashSet<>();
        Set<Long> principals = new HashSet<>();
        for (String name : texts(fields.fields(), "qcs")) {
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                throw new Refused(new PolicyDocumentRefusal.PrincipalNameInvalid());
            }
            if (parts.group(2) != null) {
                tenants.add(Long.valueOf(parts.group(1)));
            } else {
                principals.add(Long.valueOf(parts.group(3)));
            }
        }
        List<String> services = texts(fields.fields(), "service");
        if (!services.stream().allMatch(service -> SERVICE.matcher(service).matches())) {
            throw new Refused(new PolicyDocumentRefusal.ServiceUnknown());
        }
        return new Trusted(tenants, principals, Set.copyOf(services));
    }

    private static List<String> texts(Map<String, Value> fields, String kind) {
        Value value = fields.get(kind);
        return value == null
                ? List.of()
                : Members.texts(value).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.PrincipalInvalid()));
    }
}
