package dev.countersign.policy.document;

import dev.countersign.value.Bytes;
import java.util.Optional;

/// A block of addresses: one, or all that begin with the same bits.
///
/// @param address one of the block
/// @param bits how many bits all have in common
public record CidrBlock(Bytes address, int bits) {
    /// Reads `10.0.0.0/8`, `192.0.2.1`, `2001:db8::/32`; empty for anything else. No name is looked up.
    public static Optional<CidrBlock> of(String text) {
        int slash = text.indexOf('/');
        Optional<Bytes> address = AddressLiteral.read(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int all = address.get().length() * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new CidrBlock(address.get(), all));
        }
        String length = text.substring(slash + 1);
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length);
        return bits > all ? Optional.empty() : Optional.of(new CidrBlock(address.get(), bits));
    }

    /// Whether an address is in it.
    public boolean holds(Bytes other) {
        byte[] mine = address.toArray();
        byte[] its = other.toArray();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int common = Math.min(Byte.SIZE, bits - bit);
            int mask = 0xff << (Byte.SIZE - common);
            if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
