package dev.countersign.gateway;

import dev.countersign.policy.Decision;
import dev.countersign.refusal.CallRefusal.Denial;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import java.util.Optional;

/// Says of a decision what a wire may tell the caller whom it denied.
final class Denials {
    private Denials() {}

    static Denial of(Caller caller, Decision decision) {
        Optional<TemporaryKey.AssumedRole> role = caller.temporary().flatMap(TemporaryKey::role);
        boolean bySession = decision instanceof Decision.Narrowed;
        Decision decisive = decision instanceof Decision.Narrowed narrowed ? narrowed.session() : decision;
        return new Denial(
                caller.tenant().accountId(),
                role.map(assumed -> assumed.name() + ":" + assumed.session())
                        .orElseGet(() -> Long.toString(caller.principal().uin())),
                role.isPresent(),
                decisive instanceof Decision.Denied,
                bySession);
    }
}
