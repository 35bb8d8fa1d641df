package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;

/// What a nonce may look like: anything that is not overlong. Clients send UUIDs, UUIDs with digits behind them, and 32
/// or 64 hexadecimal digits.
final class Nonces {
    static final int LONGEST = 512;

    private Nonces() {}

    /// @throws Refused with [CallRefusal.CommonInvalid]
    static String require(String nonce) {
        if (nonce.length() > LONGEST) {
            throw new Refused(new CallRefusal.CommonInvalid("SignatureNonce", nonce));
        }
        return nonce;
    }
}
