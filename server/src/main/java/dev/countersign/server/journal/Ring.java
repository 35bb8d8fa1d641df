package dev.countersign.server.journal;

import java.util.Optional;

/// Records of bytes in the order they came, in one array that is written round and round: what is kept costs the
/// collector of garbage nothing, however many come. The oldest give way to the newest. Not safe for several threads.
final class Ring {
    private static final int FIRST_BYTES = 64 * 1024;

    private final int mostRecords;
    private final int mostBytes;
    private byte[] memory;
    private int oldest;
    private int used;
    private int records;
    private boolean forgot;

    /// @param mostRecords records, at the most
    /// @param mostBytes bytes, at the most; taken as they are needed
    Ring(int mostRecords, int mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
        this.memory = new byte[Math.min(FIRST_BYTES, mostBytes)];
    }

    /// Keeps a record.
    ///
    /// @throws IllegalArgumentException when it alone is longer than all that may be kept
    void add(byte[] record) {
        int needed = Integer.BYTES + record.length;
        if (needed > mostBytes) {
            throw new IllegalArgumentException(record.length + " bytes in a ring of " + mostBytes);
        }
        while (needed > memory.length - used && memory.length < mostBytes) {
            grow();
        }
        while (records == mostRecords || needed > memory.length - used) {
            forget();
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            memory[place(used + i)] = (byte) (record.length >>> (Byte.SIZE * i));
        }
        int at = place(used + Integer.BYTES);
        int straight = Math.min(record.length, memory.length - at);
        System.arraycopy(record, 0, memory, at, straight);
        System.arraycopy(record, straight, memory, 0, record.length - straight);
        used += needed;
        records++;
    }

    /// The oldest record that begins so.
    Optional<byte[]> beginning(byte[] with) {
        for (int at = 0; at < used; at += Integer.BYTES + length(at)) {
            if (begins(at, with)) {
                return Optional.of(read(at + Integer.BYTES, length(at)));
            }
        }
        return Optional.empty();
    }

    /// The oldest record; empty when there is none.
    Optional<byte[]> oldest() {
        return beginning(new byte[0]);
    }

    /// How many records it holds.
    int records() {
        return records;
    }

    /// Whether a record had to give way already.
    boolean forgot() {
        return forgot;
    }

    private void forget() {
        int gone = Integer.BYTES + length(0);
        oldest = place(gone);
        used -= gone;
        records--;
        forgot = true;
    }

    private void grow() {
        byte[] more = new byte[(int) Math.min(mostBytes, 2L * memory.length)];
        copy(0, more, used);
        memory = more;
        oldest = 0;
    }

    private boolean begins(int at, byte[] with) {
        boolean begins = length(at) >= with.length;
        for (int i = 0; begins && i < with.length; i++) {
            begins = memory[place(at + Integer.BYTES + i)] == with[i];
        }
        return begins;
    }

    private int length(int at) {
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length |= (memory[place(at + i)] & 0xff) << (Byte.SIZE * i);
        }
        return length;
    }

    private byte[] read(int from, int length) {
        byte[] copy = new byte[length];
        copy(from, copy, length);
        return copy;
    }

    private void copy(int from, byte[] to, int length) {
        int at = place(from);
        int straight = Math.min(length, memory.length - at);
        System.arraycopy(memory, at, to, 0, straight);
        System.arraycopy(memory, 0, to, straight, length - straight);
    }

    /// @param from counted from the oldest record on
    private int place(int from) {
        return (int) ((oldest + (long) from) % memory.length);
    }
}
