package dev.countersign.server.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.ProofKeyStore;
import dev.countersign.proof.ProofSigner;
import dev.countersign.value.Secret;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Proofs as JWTs (RFC 7519), signed with ES256 (RFC 7518, 3.4).
public final class JoseSigner implements ProofSigner {
    private final KeyRing keys;

    /// @param store keeps the keys
    /// @param random makes the first one
    /// @param clock says when
    public JoseSigner(ProofKeyStore store, SecureRandom random, InstantSource clock) {
        this.keys = new KeyRing(store, random, clock);
    }

    @Override
    public Secret sign(ProofClaims claims) {
        ECKey key = keys.all().getFirst();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                written(claims));
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException("the key " + key.getKeyID() + " does not sign", broken);
        }
        return Secret.of(jwt.serialize());
    }

    private static JWTClaimsSet written(ProofClaims claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(claims.issuer())
                .audience(claims.audience())
                .subject(claims.subject())
                .jwtID(claims.id())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .claim("tenant", claims.tenant())
                .claim("challenge", claims.challenge())
                .claim("nonce", claims.nonce())
                .claim("amr", claims.shown())
                .claim("auth_time", claims.shownAt().getEpochSecond())
                .claim("purpose", claims.purpose());
        if (!claims.operation().isEmpty()) {
            set.claim("operation", claims.operation()).claim("op_hash", claims.operationHash());
        }
        return set.build();
    }

    @Override
    public Optional<ProofClaims> verify(String proof) {
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || jwt.getHeader().getKeyID() == null) {
                return Optional.empty();
            }
            Optional<ECKey> key = keys.named(jwt.getHeader().getKeyID());
            return key.isPresent() && jwt.verify(new ECDSAVerifier(key.get().toPublicJWK()))
                    ? Optional.of(read(jwt.getJWTClaimsSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static ProofClaims read(JWTClaimsSet set) throws ParseException {
        return new ProofClaims(
                text(set, "iss"),
                set.getAudience().getFirst(),
                text(set, "sub"),
                text(set, "tenant"),
                text(set, "jti"),
                text(set, "challenge"),
                text(set, "nonce"),
                set.getIssueTime().toInstant(),
                set.getExpirationTime().toInstant(),
                List.copyOf(set.getStringListClaim("amr")),
                Instant.ofEpochSecond(set.getLongClaim("auth_time")),
                text(set, "purpose"),
                Objects.requireNonNullElse(set.getStringClaim("operation"), ""),
                Objects.requireNonNullElse(set.getStringClaim("op_hash"), ""));
    }

    private static String text(JWTClaimsSet set, String name) throws ParseException {
        return Objects.requireNonNull(set.getStringClaim(name), name);
    }

    @Override
    public String publicKeys() {
        return new JWKSet(keys.all().stream().<JWK>map(ECKey::toPublicJWK).toList()).toString(true);
    }
}
