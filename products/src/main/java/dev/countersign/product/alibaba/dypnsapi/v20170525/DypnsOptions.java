package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.tenant.Tenant;
import dev.countersign.verification.TermsPolicy;
import java.util.Set;

/// What an installation decides about this product.
///
/// @param manners how wrong codes and sends that come too soon are answered
/// @param terms which codes may be asked for
/// @param returnsTo the tenants, by their ids, that may have the code returned to them
public record DypnsOptions(Manners manners, TermsPolicy terms, Set<Long> returnsTo) {
    /// Copies the set.
    public DypnsOptions {
        returnsTo = Set.copyOf(returnsTo);
    }

    /// The live service answers in another way than its pages say.
    public enum Manners {
        /// As clients of the live service report: status 400 with `isv.ValidateFail` for a code that is not
        /// accepted, status 200 with `biz.FREQUENCY` for a send that comes too soon.
        OBSERVED,
        /// As the pages say: status 200 with `UNKNOWN`, and status 400 with `FREQUENCY_FAIL`.
        DOCUMENTED
    }

    /// Whether a tenant may have the code returned.
    boolean returnsTo(Tenant tenant) {
        return returnsTo.contains(tenant.id());
    }
}
