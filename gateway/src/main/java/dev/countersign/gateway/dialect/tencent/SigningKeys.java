package dev.countersign.gateway.dialect.tencent;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The keys that signatures of version 3 are made with: one for the day, one for the service, one to sign with. Those
/// of signatures that fitted are remembered, since the same few callers sign all day: deriving them is the larger part
/// of a signature. Who only knows a key's id fills nothing. As many as fit are remembered, then all anew.
final class SigningKeys {
    private static final int REMEMBERED = 4096;
    private static final String HMAC = "HmacSHA256";

    private final Map<Scope, Derived> remembered = new ConcurrentHashMap<>();

    /// What keys are derived for.
    record Scope(Secret secret, String date, String service) {}

    /// Derived keys.
    ///
    /// @param signing what the string to sign is signed with
    /// @param shown all three in hexadecimal, for an explanation
    record Derived(Bytes signing, Map<String, String> shown) {
        /// Without the keys, which are as good as the secret for a day.
        @Override
        public String toString() {
            return "Derived(******)";
        }
    }

    /// The keys of a scope.
    Derived of(Scope scope) {
        Derived known = remembered.get(scope);
        return known == null ? derive(scope) : known;
    }

    /// Remembers the keys of a scope that a signature fitted with.
    void remember(Scope scope, Derived keys) {
        if (remembered.containsKey(scope)) {
            return;
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.put(scope, keys);
    }

    /// How many scopes are remembered.
    int size() {
        return remembered.size();
    }

    private static Derived derive(Scope scope) {
        Bytes date = Hashes.hmac(HMAC, Bytes.utf8("TC3" + scope.secret().reveal()), scope.date());
        Bytes service = Hashes.hmac(HMAC, date, scope.service());
        Bytes signing = Hashes.hmac(HMAC, service, Authorization.TERMINATOR);
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("kDate", date.toHex());
        shown.put("kService", service.toHex());
        shown.put("kSigning", signing.toHex());
        return new Derived(signing, shown);
    }
}
