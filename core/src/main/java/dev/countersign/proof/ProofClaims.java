package dev.countersign.proof;

import java.time.Instant;
import java.util.List;

/// What a proof says.
///
/// @param issuer `iss`: how browsers reach this installation
/// @param audience `aud`: the tenant's id, whose applications the proof is for
/// @param subject `sub`: the UIN of who showed a factor
/// @param tenant `tenant`: the tenant's id
/// @param id `jti`: its name, good for one redemption
/// @param challenge `challenge`: the challenge that was passed
/// @param nonce `nonce`: what the application gave when it opened the challenge
/// @param issuedAt `iat`
/// @param expiresAt `exp`
/// @param shown `amr`: how the factor was shown (RFC 8176)
/// @param shownAt `auth_time`: when it was shown
/// @param purpose `purpose`: `login` or `operation`
/// @param operation `operation`: its name; empty, and absent from the proof, for a login
/// @param operationHash `op_hash`: see [dev.countersign.challenge.Operation#hash]; likewise
public record ProofClaims(
        String issuer,
        String audience,
        String subject,
        String tenant,
        String id,
        String challenge,
        String nonce,
        Instant issuedAt,
        Instant expiresAt,
        List<String> shown,
        Instant shownAt,
        String purpose,
        String operation,
        String operationHash) {}
