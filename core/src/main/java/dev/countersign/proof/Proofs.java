package dev.countersign.proof;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Operation;
import dev.countersign.challenge.PublicAddress;
import dev.countersign.proof.ProofStore.Issue;
import dev.countersign.proof.ProofStore.Kept;
import dev.countersign.refusal.ProofRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Secret;
import dev.countersign.value.Uuids;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Issues proofs for result codes, and redeems them.
public final class Proofs {
    /// How long a proof is good.
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ProofStore store;
    private final ProofSigner signer;
    private final Surroundings surroundings;

    /// What proofs need from outside.
    ///
    /// @param clock the time that proofs live by
    /// @param random draws their ids
    /// @param publicAddress who issues them
    public record Surroundings(InstantSource clock, RandomGenerator random, PublicAddress publicAddress) {}

    /// @param store keeps what became of them
    /// @param signer signs them
    /// @param surroundings clock, randomness, address
    public Proofs(ProofStore store, ProofSigner signer, Surroundings surroundings) {
        this.store = store;
        this.signer = signer;
        this.surroundings = surroundings;
    }

    /// Exchanges a result code for a proof, once.
    ///
    /// @throws Refused with [ProofRefusal.ResultCodeNotAccepted]
    public Secret exchange(Caller caller, Secret code, Optional<IdempotencyKey> key) {
        Instant now = surroundings.clock().instant();
        long tenant = caller.tenant().id();
        Optional<Secret> first = key.flatMap(one -> store.first(tenant, one, now));
        if (first.isPresent()) {
            return first.get();
        }
        Challenge passed = store.passed(tenant, code, now)
                .orElseThrow(() -> new Refused(new ProofRefusal.ResultCodeNotAccepted()));
        ProofClaims claims = claims(passed, Uuids.random(surroundings.random()).toString(), now);
        AuditEntry entry = AuditEntry.by(caller, now, "proof.issued", subject(claims.id()), facts(passed));
        return store.exchange(new Issue(code, claims, signer.sign(claims)), key, now, entry)
                .orElseThrow(() -> new Refused(new ProofRefusal.ResultCodeNotAccepted()));
    }

    /// Redeems a proof, once.
    ///
    /// @param given the proof, or its id alone
    /// @param operation what the caller is about to do; empty for a login
    /// @throws Refused with a [ProofRefusal]; a proof about another operation stays good
    public ProofClaims redeem(
            Caller caller, Presented given, Optional<Operation> operation, Optional<IdempotencyKey> key) {
        Instant now = surroundings.clock().instant();
        long tenant = caller.tenant().id();
        Optional<Kept> first = key.flatMap(one -> store.first(tenant, one, now))
                .flatMap(answer -> store.find(tenant, answer.reveal()));
        if (first.isPresent()) {
            return claims(first.get());
        }
        String id = switch (given) {
            case Presented.Whole whole ->
                signer.verify(whole.proof().reveal())
                        .filter(claims -> claims.tenant().equals(Long.toString(tenant)))
                        .filter(claims -> now.isBefore(claims.expiresAt()))
                        .map(ProofClaims::id)
                        .orElseThrow(Proofs::notAccepted);
            case Presented.Named named -> named.id();
        };
        Kept kept = store.find(tenant, id)
                .filter(one -> now.isBefore(one.expiresAt()))
                .orElseThrow(Proofs::notAccepted);
        Challenge passed = kept.challenge();
        if (!passed.asked()
                .operation()
                .binding()
                .equals(operation.map(Operation::binding).orElse(""))) {
            throw new Refused(new ProofRefusal.OperationDiffers());
        }
        AuditEntry entry = AuditEntry.by(caller, now, "proof.redeemed", subject(id), facts(passed));
        if (!store.redeem(tenant, id, key, now, entry)) {
            throw notAccepted();
        }
        return claims(kept);
    }

    /// The public keys, as a JWK set.
    public String publicKeys() {
        return signer.publicKeys();
    }

    private ProofClaims claims(Kept kept) {
        return claims(kept.challenge(), kept.id(), kept.issuedAt());
    }

    private ProofClaims claims(Challenge passed, String id, Instant at) {
        Instant issuedAt = at.truncatedTo(ChronoUnit.SECONDS);
        return new ProofClaims(
                surroundings.publicAddress().get(),
                Long.toString(passed.tenant()),
                Long.toString(passed.principal()),
                Long.toString(passed.tenant()),
                id,
                passed.id(),
                passed.back().nonce(),
                issuedAt,
                issuedAt.plus(LIFETIME),
                passed.progress().shown(),
                passed.progress().passedAt().orElse(at).truncatedTo(ChronoUnit.SECONDS),
                passed.asked().kind().word(),
                passed.asked().operation().name(),
                passed.asked().operation().hash());
    }

    private static String subject(String id) {
        return "proof/" + id;
    }

    private static Map<String, String> facts(Challenge passed) {
        return Map.of(
                "principal", AuditEntry.principal(passed.principal()),
                "challenge", passed.id(),
                "purpose", passed.asked().kind().word());
    }

    private static Refused notAccepted() {
        return new Refused(new ProofRefusal.ProofNotAccepted());
    }

    /// How a proof is named.
    public sealed interface Presented {
        /// The proof itself.
        record Whole(Secret proof) implements Presented {}

        /// Its id alone, from a caller who has verified it.
        record Named(String id) implements Presented {}
    }
}
