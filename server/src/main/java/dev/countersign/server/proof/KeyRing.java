package dev.countersign.server.proof;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import dev.countersign.proof.ProofKey;
import dev.countersign.proof.ProofKeyStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Uuids;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The key pairs that sign, newest first: read once, and again when a proof names one that is not known yet. The
/// first is made when there is none.
final class KeyRing {
    private final ProofKeyStore store;
    private final SecureRandom random;
    private final InstantSource clock;
    private volatile @Nullable List<ECKey> known;

    KeyRing(ProofKeyStore store, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /// All of them, the newest first.
    List<ECKey> all() {
        List<ECKey> keys = known;
        return keys == null ? first() : keys;
    }

    /// The one of that name.
    Optional<ECKey> named(String id) {
        return among(all(), id).or(() -> among(read(store.all()), id));
    }

    private static Optional<ECKey> among(List<ECKey> keys, String id) {
        return keys.stream().filter(key -> id.equals(key.getKeyID())).findFirst();
    }

    private synchronized List<ECKey> first() {
        List<ECKey> keys = known;
        if (keys != null) {
            return keys;
        }
        List<ProofKey> kept = store.all();
        return read(kept.isEmpty() ? store.allOrFirst(fresh()) : kept);
    }

    private List<ECKey> read(List<ProofKey> kept) {
        List<ECKey> keys = kept.stream().map(KeyRing::key).toList();
        known = keys;
        return keys;
    }

    private ProofKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new ProofKey(
                    Uuids.random(random).toString(),
                    Bytes.of(pair.getPrivate().getEncoded()),
                    Bytes.of(pair.getPublic().getEncoded()),
                    clock.instant());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no P-256", absent);
        }
    }

    private static ECKey key(ProofKey kept) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPublicKey publicKey = (ECPublicKey) factory.generatePublic(
                    new X509EncodedKeySpec(kept.publicKey().toArray()));
            ECPrivateKey privateKey = (ECPrivateKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(kept.privateKey().toArray()));
            return new ECKey.Builder(Curve.P_256, publicKey)
                    .privateKey(privateKey)
                    .keyID(kept.id())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .build();
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the key " + kept.id() + " can't be read", damaged);
        }
    }
}
