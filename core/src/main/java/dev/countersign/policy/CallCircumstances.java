package dev.countersign.policy;

import dev.countersign.policy.document.Circumstances;
import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known about a caller's call. Whether a second factor was shown is always known: a permanent key never
/// shows one, so that "deny without it" also meets permanent keys.
///
/// @param caller who calls
/// @param now when
/// @param externalId what a caller who assumes a role gave to tell for whom it does so; empty for none
/// @param secure whether it came over TLS; empty where nothing looks at that
record CallCircumstances(Caller caller, Instant now, Optional<String> externalId, Optional<Boolean> secure)
        implements Circumstances {
    @Override
    public List<String> of(Fact fact) {
        return switch (fact) {
            case SOURCE -> caller.source().isEmpty() ? List.of() : List.of(caller.source());
            case MFA_PRESENT ->
                List.of(Boolean.toString(
                        caller.temporary().flatMap(key -> key.mfaAt()).isPresent()));
            case TIME -> List.of(now.toString());
            case SECURE_TRANSPORT ->
                secure.map(yes -> List.of(Boolean.toString(yes))).orElseGet(List::of);
            case EXTERNAL_ID -> externalId.stream().toList();
            case UNKNOWN -> List.of();
        };
    }
}
