package dev.countersign.seal;

import dev.countersign.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must be read again (codes, secrets, numbers) and hashes what must be found again.
///
/// A sealed value is: format 1, the day whose key sealed it (4 bytes, days since 1970), a nonce of 12 bytes,
/// the ciphertext and its tag. AES-256-GCM with a random nonce is safe for 2^32 values a key (NIST SP 800-38D,
/// 8.3); a key a day keeps far below that.
public final class Seals {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int KEPT_DAYS = 64;
    private static final int MOST_IDLE = 16;

    private final SecretKeySpec sealKey;

    /// Never used itself, only copied: getting one and giving it its key costs more than a short hash.
    private final Mac lookups;

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<Integer, SecretKeySpec> days = new ConcurrentHashMap<>();

    /// Ciphers between two uses: getting one and spreading its key costs more than a short text. The last key stays in
    /// it, as all keys stay in memory.
    private final Queue<Cipher> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    /// @param keys the installation's data keys
    /// @param clock tells the day whose key seals
    /// @param random makes the nonces
    public Seals(DataKeys keys, InstantSource clock, SecureRandom random) {
        this.sealKey = new SecretKeySpec(keys.seal().toArray(), "HmacSHA256");
        this.lookups = mac(new SecretKeySpec(keys.lookup().toArray(), "HmacSHA256"));
        this.clock = clock;
        this.random = random;
    }

    /// Seals a text for one place.
    public Bytes seal(Place place, String clear) {
        int day = Math.toIntExact(Math.floorDiv(clock.instant().getEpochSecond(), 86_400L));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, day, nonce, place, clear.getBytes(StandardCharsets.UTF_8));
        return Bytes.of(ByteBuffer.allocate(HEADER + NONCE + sealed.length)
                .put(FORMAT)
                .putInt(day)
                .put(nonce)
                .put(sealed)
                .array());
    }

    /// Opens what was sealed for this very place.
    ///
    /// @throws IllegalStateException when it was sealed for another place, by another key, or was changed
    public String open(Place place, Bytes sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed.toArray());
        if (buffer.remaining() < HEADER + NONCE || buffer.get() != FORMAT) {
            throw new IllegalStateException("not a sealed value of " + place.table() + "." + place.column());
        }
        int day = buffer.getInt();
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(crypt(Cipher.DECRYPT_MODE, day, nonce, place, rest), StandardCharsets.UTF_8);
    }

    /// A keyed hash that finds a sealed value: the same for the same kind and text, of no use without the key.
    ///
    /// @param kind what is hashed (`destination`, `mail`, `api-key`), so that equal texts of two kinds differ
    public Bytes lookup(String kind, String text) {
        try {
            Mac mac = (Mac) lookups.clone();
            return Bytes.of(mac.doFinal((kind + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("a provider whose HMAC can't be copied", other);
        }
    }

    private byte[] crypt(int mode, int day, byte[] nonce, Place place, byte[] input) {
        try {
            Cipher known = idle.poll();
            Cipher cipher = known == null ? Cipher.getInstance("AES/GCM/NoPadding") : known;
            cipher.init(mode, dayKey(day), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(place.associated().getBytes(StandardCharsets.UTF_8));
            byte[] output = cipher.doFinal(input);
            // One that threw is not used again.
            idle.offer(cipher);
            return output;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "a sealed value of " + place.table() + "." + place.column() + " does not open", broken);
        }
    }

    private SecretKeySpec dayKey(int day) {
        if (days.size() > KEPT_DAYS) {
            days.clear();
        }
        return days.computeIfAbsent(day, d -> new SecretKeySpec(hmac(sealKey, "seal day " + d), "AES"));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", absent);
        }
    }
}
