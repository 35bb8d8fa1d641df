package dev.countersign.gateway;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.nonce.Nonce;
import dev.countersign.nonce.NonceStore;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CallRefusal.TokenInvalid.Fault;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Cause;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Proves who calls. The order is fixed: timestamp, kind of key, key, signature and token in the wire's order,
/// nonce.
public final class Authentication {
    private static final List<String> KINDS = List.of("AKID", "LTAI", "STS.");

    private final TenantStore tenants;
    private final TemporaryKeys temporaryKeys;
    private final Seals seals;
    private final NonceStore nonces;
    private final InstantSource clock;

    /// @param tenants finds keys
    /// @param temporaryKeys finds those that end by themselves
    /// @param seals hashes bearer keys
    /// @param nonces remembers what may be used once
    /// @param clock the real clock, since clients sign with theirs
    public Authentication(
            TenantStore tenants, TemporaryKeys temporaryKeys, Seals seals, NonceStore nonces, InstantSource clock) {
        this.tenants = tenants;
        this.temporaryKeys = temporaryKeys;
        this.seals = seals;
        this.nonces = nonces;
        this.clock = clock;
    }

    /// A call whose caller was proven.
    ///
    /// @param bearer the key of our own API, when that is what proved it
    public record Proven(Call call, Caller caller, Optional<ApiKeyHolder> bearer) {}

    /// Proves the caller.
    ///
    /// @param cause the call, and the action that it names
    /// @throws Refused with a [CallRefusal]
    public Proven prove(Call call, Cause cause) {
        return switch (call.claim()) {
            case Claim.Signed signed -> signed(call, signed, cause);
            case Claim.Bearer bearer -> bearer(call, bearer, cause);
            case Claim.Unusable unusable -> throw new Refused(unusable.why());
            case Claim.Unsigned unsigned -> {
                timely(unsigned.sentAt(), unsigned.window());
                throw new Refused(new CallRefusal.NotAuthentic(Optional.empty()));
            }
        };
    }

    private Proven signed(Call call, Claim.Signed claim, Cause cause) {
        timely(claim.signedAt(), claim.window());
        if (KINDS.stream().noneMatch(claim.keyId()::startsWith)) {
            throw new Refused(new CallRefusal.KeyKindUnknown(claim.keyId()));
        }
        Caller caller = tenants.accessKey(claim.keyId())
                .map(holder -> permanent(call, claim, holder, cause))
                .or(() -> temporaryKeys.find(claim.keyId()).map(holder -> temporary(call, claim, holder, cause)))
                .orElseThrow(() -> new Refused(none(claim.keyId())));
        claim.nonce().ifPresent(nonce -> burn(caller, claim, nonce));
        return new Proven(call, caller, Optional.empty());
    }

    private CallRefusal none(String keyId) {
        return tenants.disabled(keyId) ? new CallRefusal.KeyDisabled(keyId) : new CallRefusal.KeyUnknown(keyId);
    }

    /// Only a good signature burns a nonce, so that nobody uses up another's.
    private void burn(Caller caller, Claim.Signed claim, String nonce) {
        switch (nonces.burn(new Nonce(caller.tenant().id(), claim.keyId(), nonce, claim.signedAt(), claim.window()))) {
            case FRESH -> {}
            case USED -> throw new Refused(new CallRefusal.NonceUsed());
            case TOO_OLD -> throw new Refused(new CallRefusal.TimestampOutside(clock.instant()));
            case FULL -> throw new Refused(new CallRefusal.Overloaded(Duration.ofMinutes(1)));
        }
    }

    private static void proved(Claim.Signed claim, Secret secret, Optional<Fault> fault) {
        if (claim.tokenFirst()) {
            valid(fault);
            claim.signature().verify(secret);
        } else {
            claim.signature().verify(secret);
            valid(fault);
        }
    }

    private static void valid(Optional<Fault> fault) {
        fault.ifPresent(wrong -> {
            throw new Refused(new CallRefusal.TokenInvalid(wrong));
        });
    }

    private static Caller permanent(Call call, Claim.Signed claim, KeyHolder holder, Cause cause) {
        proved(claim, holder.key().secret(), claim.token().map(superfluous -> Fault.ANOTHER));
        return new Caller(
                holder.tenant(), holder.principal(), holder.key().id(), Optional.empty(), call.source(), cause);
    }

    private Caller temporary(Call call, Claim.Signed claim, TemporaryKeyHolder holder, Cause cause) {
        proved(claim, holder.key().secret(), temporaryKeys.fault(holder, claim.token()));
        return new Caller(
                holder.tenant(),
                holder.principal(),
                holder.key().id(),
                Optional.of(holder.temporary()),
                call.source(),
                cause);
    }

    private Proven bearer(Call call, Claim.Bearer claim, Cause cause) {
        ApiKeyHolder holder = tenants.apiKey(seals.lookup("api-key", claim.key().reveal()))
                .orElseThrow(() -> new Refused(new CallRefusal.KeyUnknown("")));
        Caller caller = new Caller(holder.tenant(), holder.principal(), "", Optional.empty(), call.source(), cause);
        return new Proven(call, caller, Optional.of(holder));
    }

    private void timely(Instant claimed, Duration window) {
        Instant now = clock.instant();
        if (Duration.between(claimed, now).abs().compareTo(window) > 0) {
            throw new Refused(new CallRefusal.TimestampOutside(now));
        }
    }
}
