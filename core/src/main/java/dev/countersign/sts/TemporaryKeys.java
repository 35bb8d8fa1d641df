package dev.countersign.sts;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.CallRefusal.TokenInvalid.Fault;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Issues temporary keys and finds them again.
public final class TemporaryKeys {
    /// What the id of a temporary key begins with; a kind for each cloud, though either signs on every wire.
    public enum Kind {
        /// Tencent's.
        AKID("AKIDtmp"),
        /// Alibaba's.
        STS("STS.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// Anything else is asked for in vain, and some databases can't even be asked for every character.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,64}");

    /// 62^43 is more than 2^256.
    private static final int TOKEN_LETTERS = 43;

    private static final int ID_LETTERS = 41;
    private static final int SECRET_LETTERS = 43;

    private final TemporaryKeyStore store;
    private final Seals seals;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param store keeps them
    /// @param seals hashes tokens
    /// @param clock the time that they end by
    /// @param random a cryptographic generator
    public TemporaryKeys(TemporaryKeyStore store, Seals seals, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.seals = seals;
        this.clock = clock;
        this.random = random;
    }

    /// Issues a key to a caller.
    ///
    /// @param kind what its id begins with
    /// @param asked what the caller said about it, for the audit
    IssuedKey issue(Caller caller, Kind kind, TemporaryKey carried, String event, Map<String, String> asked) {
        IssuedKey issued = new IssuedKey(
                new AccessKey(kind.prefix + letters(ID_LETTERS), Secret.of(letters(SECRET_LETTERS))),
                Secret.of(letters(TOKEN_LETTERS)),
                carried);
        TreeMap<String, String> facts = new TreeMap<>(asked);
        facts.put("key", issued.key().id());
        facts.put("expires", carried.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("mfa", Boolean.toString(carried.mfaAt().isPresent()));
        AuditEntry entry = AuditEntry.by(
                caller,
                clock.instant(),
                event,
                AuditEntry.principal(caller.principal().uin()),
                facts);
        store.add(caller.principal(), issued, hash(issued.token().reveal()), entry);
        return issued;
    }

    /// The temporary key of this id. An id of another form costs nothing.
    public Optional<TemporaryKeyHolder> find(String id) {
        return Arrays.stream(Kind.values())
                .filter(kind -> id.startsWith(kind.prefix))
                .filter(kind -> FORM.matcher(id.substring(kind.prefix.length())).matches())
                .findFirst()
                .flatMap(kind -> store.find(id));
    }

    /// What is wrong with a token that came with a key; empty when it is the key's, and the key has not ended.
    public Optional<Fault> fault(TemporaryKeyHolder holder, Optional<String> token) {
        if (token.isEmpty()) {
            return Optional.of(Fault.MISSING);
        }
        if (!hash(token.get()).equalsInConstantTime(holder.token())) {
            return Optional.of(FORM.matcher(token.get()).matches() ? Fault.ANOTHER : Fault.MALFORMED);
        }
        return clock.instant().isBefore(holder.temporary().expiresAt()) ? Optional.empty() : Optional.of(Fault.EXPIRED);
    }

    private Bytes hash(String token) {
        return seals.lookup("session-token", token);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
