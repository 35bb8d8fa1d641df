package dev.countersign.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.ProofKey;
import dev.countersign.proof.ProofKeyStore;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoseSignerTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final ProofClaims CLAIMS = new ProofClaims(
            "https://mfa.example.com",
            "100000000001",
            "100000000011",
            "100000000001",
            "3f1c0f6e-55c1-4f7e-8a1f-0f6a3c0d9e21",
            "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21",
            "nonce-1",
            NOW,
            NOW.plusSeconds(300),
            List.of("sms"),
            NOW.minusSeconds(9),
            "operation",
            "transfer",
            "aGFzaA");

    private final Keys keys = new Keys();
    private final TestClock clock = new TestClock(NOW);

    private static final class Keys implements ProofKeyStore {
        private final List<ProofKey> kept = new ArrayList<>();

        @Override
        public List<ProofKey> all() {
            return kept.stream()
                    .sorted(Comparator.comparing(ProofKey::createdAt).reversed())
                    .toList();
        }

        @Override
        public List<ProofKey> allOrFirst(ProofKey first) {
            if (kept.isEmpty()) {
                add(first);
            }
            return all();
        }

        @Override
        public void add(ProofKey key) {
            kept.add(key);
        }
    }

    private JoseSigner signer() {
        return new JoseSigner(keys, new SecureRandom(), clock);
    }

    /// Verified with the JDK alone, from the published key: what an application does.
    @Test
    void a_proof_is_verified_with_the_published_key() throws GeneralSecurityException {
        JoseSigner signer = signer();
        String[] parts = signer.sign(CLAIMS).reveal().split("\\.");
        Value.Fields key = (Value.Fields) ((Value.Items) member(json(signer.publicKeys()), "keys"))
                .items()
                .getFirst();
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), p256())));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(member(decoded(parts[0]), "alg")).isEqualTo(Value.text("ES256"));
        assertThat(member(decoded(parts[0]), "kid")).isEqualTo(member(key, "kid"));
        assertThat(key.fields()).containsKeys("kty", "crv", "use", "alg").doesNotContainKey("d");
    }

    @Test
    void every_claim_stands_in_it() {
        Value.Fields claims = decoded(signer().sign(CLAIMS).reveal().split("\\.")[1]);
        assertThat(claims.fields())
                .containsOnly(
                        Map.entry("iss", Value.text("https://mfa.example.com")),
                        Map.entry("aud", Value.text("100000000001")),
                        Map.entry("sub", Value.text("100000000011")),
                        Map.entry("tenant", Value.text("100000000001")),
                        Map.entry("jti", Value.text(CLAIMS.id())),
                        Map.entry("challenge", Value.text(CLAIMS.challenge())),
                        Map.entry("nonce", Value.text("nonce-1")),
                        Map.entry("iat", Value.number(NOW.getEpochSecond())),
                        Map.entry("exp", Value.number(NOW.getEpochSecond() + 300)),
                        Map.entry("amr", new Value.Items(List.of(Value.text("sms")))),
                        Map.entry("auth_time", Value.number(NOW.getEpochSecond() - 9)),
                        Map.entry("purpose", Value.text("operation")),
                        Map.entry("operation", Value.text("transfer")),
                        Map.entry("op_hash", Value.text("aGFzaA")));
    }

    @Test
    void a_proof_of_ours_is_read_back_and_another_is_not() {
        JoseSigner signer = signer();
        String proof = signer.sign(CLAIMS).reveal();
        assertThat(signer.verify(proof)).contains(CLAIMS);

        String[] parts = proof.split("\\.");
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("100000000011", "100000000012")
                        .getBytes(StandardCharsets.UTF_8));
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String another = new JoseSigner(new Keys(), new SecureRandom(), clock)
                .sign(CLAIMS)
                .reveal();
        for (String not : List.of(
                "",
                "a.b.c",
                parts[0] + "." + forged + "." + parts[2],
                unsigned + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(86),
                another)) {
            assertThat(signer.verify(not)).as(not).isEmpty();
        }
    }

    @Test
    void a_new_key_signs_and_the_old_one_still_verifies() {
        JoseSigner before = signer();
        String old = before.sign(CLAIMS).reveal();
        Keys other = new Keys();
        clock.advance(java.time.Duration.ofDays(1));
        new JoseSigner(other, new SecureRandom(), clock).sign(CLAIMS);
        keys.add(other.all().getFirst());

        JoseSigner after = signer();
        String fresh = after.sign(CLAIMS).reveal();
        assertThat(after.verify(old)).contains(CLAIMS);
        assertThat(before.verify(fresh)).contains(CLAIMS);
        assertThat(((Value.Items) member(json(after.publicKeys()), "keys")).items())
                .hasSize(2);
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger number(Value.Fields key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(((Value.Text) member(key, name)).text()));
    }

    private static Value.Fields decoded(String part) {
        return json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static Value.Fields json(String text) {
        return (Value.Fields) Json.read(Bytes.utf8(text), "test");
    }

    private static Value member(Value.Fields fields, String name) {
        Value value = fields.fields().get(name);
        if (value == null) {
            throw new AssertionError("no member " + name);
        }
        return value;
    }
}
