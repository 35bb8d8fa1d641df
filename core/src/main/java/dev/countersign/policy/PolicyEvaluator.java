package dev.countersign.policy;

import dev.countersign.policy.document.Access;
import dev.countersign.policy.document.Effect;
import dev.countersign.policy.document.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides by documents: what none allows is denied, and a statement that denies wins over all that allow
/// (<https://www.tencentcloud.com/document/product/598/10605>).
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /// Decides.
    ///
    /// @param policies all that count
    /// @param access what is asked
    public static Decision decide(List<ReadPolicy> policies, Access access) {
        Decision.@Nullable Allowed allowed = null;
        for (int p = 0; p < policies.size(); p++) {
            ReadPolicy policy = policies.get(p);
            List<Statement> statements = policy.document().statements();
            for (int s = 0; s < statements.size(); s++) {
                Statement statement = statements.get(s);
                boolean useful = allowed == null || statement.effect() == Effect.DENY;
                if (useful && statement.covers(access)) {
                    Decision.Match match = new Decision.Match(policy.id(), policy.name(), s + 1);
                    if (statement.effect() == Effect.DENY) {
                        return new Decision.Denied(match);
                    }
                    allowed = new Decision.Allowed(match);
                }
            }
        }
        return allowed == null ? new Decision.NotMentioned() : allowed;
    }
}
