package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keyed hashes (HMAC-SHA256) that the audit is chained with. Whoever can write to the database but lacks the
/// master key can't make one.
final class AuditHashes {
    /// What stands before the first link.
    static final Bytes BEGINNING = Bytes.of(new byte[32]);

    private final SecretKeySpec key;

    /// @param key the installation's audit key
    AuditHashes(Bytes key) {
        this.key = new SecretKeySpec(key.toArray(), "HmacSHA256");
    }

    /// The digest of an entry.
    Bytes entry(AuditRow row) {
        Mac mac = begin("entry");
        for (String part : row.content()) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
            mac.update(text);
        }
        return Bytes.of(mac.doFinal());
    }

    /// The hash of a link.
    Bytes link(Bytes before, long number, List<Bytes> digests) {
        Mac mac = begin("link");
        mac.update(before.toArray());
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        digests.forEach(digest -> mac.update(digest.toArray()));
        return Bytes.of(mac.doFinal());
    }

    /// The seal of a statement that a link stood there: a checkpoint, or the link that purged ones ended with.
    Bytes statement(String kind, long number, long atMillis, Bytes hash) {
        Mac mac = begin(kind);
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(atMillis)
                .flip());
        mac.update(hash.toArray());
        return Bytes.of(mac.doFinal());
    }

    private Mac begin(String kind) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", absent);
        }
    }
}
