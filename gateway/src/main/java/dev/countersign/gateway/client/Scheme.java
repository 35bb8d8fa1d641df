package dev.countersign.gateway.client;

import dev.countersign.gateway.dialect.alibaba.Acs3Signer;
import dev.countersign.gateway.dialect.alibaba.RpcSigner;
import dev.countersign.gateway.dialect.rest.BearerSigner;
import dev.countersign.gateway.dialect.tencent.LegacySigner;
import dev.countersign.gateway.dialect.tencent.Tc3Signer;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// How a client proves who it is.
public enum Scheme {
    /// Tencent Cloud's version 3.
    TC3("tc3", "TC3-HMAC-SHA256", "tencent", false, new Tc3Signer()),
    /// Tencent Cloud's version 1, with its default hash.
    TENCENT_V1_SHA1("v1-sha1", "HmacSHA1", "tencent", true, new LegacySigner("HmacSHA1")),
    /// Tencent Cloud's version 1, with the other hash.
    TENCENT_V1_SHA256("v1-sha256", "HmacSHA256", "tencent", true, new LegacySigner("HmacSHA256")),
    /// Alibaba Cloud's version 3.
    ACS3("acs3", "ACS3-HMAC-SHA256", "alibaba", true, new Acs3Signer()),
    /// Alibaba Cloud's version 1.
    ALIBABA_V1("rpc-v1", "HMAC-SHA1", "alibaba", true, new RpcSigner()),
    /// Our own API.
    BEARER("bearer", "Bearer", "rest", false, new BearerSigner());

    private static final int NONCE_BYTES = 16;

    private final String word;
    private final String algorithm;
    private final String dialect;
    private final boolean nonce;

    @SuppressWarnings("ImmutableEnumChecker") // signers keep nothing between two calls
    private final Signer signer;

    Scheme(String word, String algorithm, String dialect, boolean nonce, Signer signer) {
        this.word = word;
        this.algorithm = algorithm;
        this.dialect = dialect;
        this.nonce = nonce;
        this.signer = signer;
    }

    /// Its name in addresses and options.
    public String word() {
        return word;
    }

    /// What the vendor calls it.
    public String algorithm() {
        return algorithm;
    }

    /// Whether it carries a nonce.
    public boolean nonce() {
        return nonce;
    }

    /// What signs in it.
    public Signer signer() {
        return signer;
    }

    /// What is used once, as this scheme's wire has it: one of the clouds wants a number.
    ///
    /// @param random so good that no two calls of a key share one
    public String nonce(RandomGenerator random) {
        return switch (this) {
            case TC3, TENCENT_V1_SHA1, TENCENT_V1_SHA256 -> Integer.toString(random.nextInt(1, Integer.MAX_VALUE));
            case ACS3, ALIBABA_V1, BEARER -> {
                byte[] fresh = new byte[NONCE_BYTES];
                random.nextBytes(fresh);
                yield Bytes.of(fresh).toHex();
            }
        };
    }

    /// The schemes of a dialect, its newest first.
    public static List<Scheme> of(String dialect) {
        return Stream.of(values())
                .filter(scheme -> scheme.dialect.equals(dialect))
                .toList();
    }

    /// The scheme of that name.
    public static Optional<Scheme> named(String word) {
        return Stream.of(values()).filter(scheme -> scheme.word.equals(word)).findFirst();
    }
}
