package dev.countersign.sts;

import dev.countersign.sts.AssumableRoles.RoleName;
import java.util.Optional;
import java.util.SortedMap;

/// What somebody who wants to assume a role asks for.
///
/// @param kind the kind of key that is wanted
/// @param tenant whose role it is
/// @param role which role
/// @param session what the session is to be called
/// @param seconds how long the key is to live, if that was said
/// @param policy a document that narrows the key
/// @param externalId what the role's trust policy may ask for
/// @param factor a second factor, if one is shown
/// @param remarks what else was said, for the audit: tags, source identity
public record AssumeDemand(
        TemporaryKeys.Kind kind,
        long tenant,
        RoleName role,
        String session,
        Optional<Long> seconds,
        Optional<String> policy,
        Optional<String> externalId,
        Optional<SecondFactor> factor,
        SortedMap<String, String> remarks) {}
