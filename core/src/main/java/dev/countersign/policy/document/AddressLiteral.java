package dev.countersign.policy.document;

import dev.countersign.value.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads addresses as they are written; no name is ever looked up.
final class AddressLiteral {
    private static final int LONGEST = 45;
    private static final int GROUPS = 8;
    private static final Pattern BYTE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Bytes MAPPED = Bytes.hex("00000000000000000000ffff");

    private AddressLiteral() {}

    /// The bytes of an address: 4, or 16; an IPv4 address within IPv6 is the IPv4 one. Empty for anything else.
    static Optional<Bytes> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? four(text) : sixteen(text);
    }

    private static Optional<Bytes> four(String text) {
        String[] parts = text.split("\\.", -1);
        ByteBuffer bytes = ByteBuffer.allocate(4);
        if (parts.length != bytes.capacity()) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!BYTE.matcher(part).matches() || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bytes.put((byte) Integer.parseInt(part));
        }
        return Optional.of(Bytes.of(bytes.array()));
    }

    private static Optional<Bytes> sixteen(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = new ArrayList<>();
        List<Integer> tail = new ArrayList<>();
        boolean read = gap < 0
                ? groups(text, true, head)
                : groups(text.substring(0, gap), false, head) && groups(text.substring(gap + 2), true, tail);
        int given = head.size() + tail.size();
        if (!read || (gap < 0 ? given != GROUPS : given >= GROUPS)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * GROUPS);
        head.forEach(group -> bytes.putShort(group.shortValue()));
        bytes.position(2 * (GROUPS - tail.size()));
        tail.forEach(group -> bytes.putShort(group.shortValue()));
        return Optional.of(plain(bytes));
    }

    private static Bytes plain(ByteBuffer bytes) {
        return part(bytes, 0, MAPPED.length()).equals(MAPPED)
                ? part(bytes, MAPPED.length(), 4)
                : part(bytes, 0, bytes.capacity());
    }

    private static Bytes part(ByteBuffer bytes, int from, int length) {
        byte[] part = new byte[length];
        bytes.get(from, part);
        return Bytes.of(part);
    }

    /// @param end whether the address ends with these, so that the last may be written as an IPv4 address
    private static boolean groups(String text, boolean end, List<Integer> groups) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
                continue;
            }
            Optional<Bytes> last = end && i == parts.length - 1 ? four(parts[i]) : Optional.empty();
            if (last.isEmpty()) {
                return false;
            }
            ByteBuffer two = ByteBuffer.wrap(last.get().toArray());
            groups.add(two.getShort() & 0xffff);
            groups.add(two.getShort() & 0xffff);
        }
        return true;
    }
}
