package dev.countersign.server;

import dev.countersign.nonce.KeptNonce;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// How nonces lie in a file: a mark, the window that their calls were taken in, 32 bytes for each, and a checksum over
/// all that. A file that is empty, cut short or changed holds nothing.
final class NonceFile {
    private static final long MARK = 0x43534E4F4E434531L; // CSNONCE1
    private static final int HEAD = 2 * Long.BYTES;
    private static final int EACH = 4 * Long.BYTES;

    private final FileChannel channel;

    /// @param channel of the file, to read and to write
    NonceFile(FileChannel channel) {
        this.channel = channel;
    }

    /// What a file holds.
    ///
    /// @param window the window that their calls were taken in
    record Contents(Duration window, List<KeptNonce> nonces) {}

    /// Reads the file and empties it: what it holds counts for one start, since after a crash it would be out of date.
    ///
    /// @param most how many nonces there may be
    /// @return empty when it holds nothing, or nothing whole
    Optional<Contents> take(int most) throws IOException {
        Optional<Contents> contents =
                channel.size() > HEAD + (long) most * EACH + Long.BYTES ? Optional.empty() : read();
        channel.truncate(0);
        channel.force(true);
        return contents;
    }

    private Optional<Contents> read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until the buffer is full.
        }
        bytes.flip();
        int records = bytes.limit() - HEAD - Long.BYTES;
        if (records < 0 || records % EACH != 0 || bytes.getLong(0) != MARK || !sound(bytes)) {
            return Optional.empty();
        }
        bytes.position(Long.BYTES);
        Duration window = Duration.ofSeconds(bytes.getLong());
        List<KeptNonce> nonces = new ArrayList<>(records / EACH);
        for (int i = 0; i < records / EACH; i++) {
            nonces.add(new KeptNonce(
                    bytes.getLong(), bytes.getLong(), Instant.ofEpochSecond(bytes.getLong()), bytes.getLong()));
        }
        return Optional.of(new Contents(window, nonces));
    }

    private static boolean sound(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(0, bytes.limit() - Long.BYTES));
        return sum.getValue() == bytes.getLong(bytes.limit() - Long.BYTES);
    }

    /// Writes the file anew; it is on the disk when this returns.
    void keep(Contents contents) throws IOException {
        channel.truncate(0);
        CRC32C sum = new CRC32C();
        DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel.position(0))), sum));
        out.writeLong(MARK);
        out.writeLong(contents.window().toSeconds());
        for (KeptNonce nonce : contents.nonces()) {
            out.writeLong(nonce.high());
            out.writeLong(nonce.low());
            out.writeLong(nonce.end().getEpochSecond());
            out.writeLong(nonce.tenant());
        }
        out.writeLong(sum.getValue());
        out.flush();
        channel.force(true);
    }
}
