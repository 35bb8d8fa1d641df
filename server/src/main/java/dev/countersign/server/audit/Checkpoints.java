package dev.countersign.server.audit;

import dev.countersign.store.AuditCheckpoint;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The file that checkpoints are appended to, one a line: link, time, hash and seal, parted by
/// blanks.
public final class Checkpoints {
    private static final int PARTS = 4;

    private final Path file;

    /// @param file made when the first checkpoint is written
    public Checkpoints(Path file) {
        this.file = file;
    }

    /// Appends one, synced to the disk when this returns.
    public void append(AuditCheckpoint checkpoint) {
        String line = checkpoint.link() + " " + checkpoint.at() + " "
                + checkpoint.hash().toHex() + " " + checkpoint.seal().toHex() + "\n";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException refused) {
            throw new UncheckedIOException("the checkpoint could not be written to " + file, refused);
        }
    }

    /// All of them, oldest first; none when there is no file. A last line that a crash cut short is left out.
    ///
    /// @throws IllegalArgumentException when another line is no checkpoint
    public List<AuditCheckpoint> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            List<AuditCheckpoint> all = new ArrayList<>();
            int line = 0;
            for (String one :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                line++;
                all.add(parse(one, line));
            }
            return all;
        } catch (IOException refused) {
            throw new UncheckedIOException("the checkpoints can't be read from " + file, refused);
        }
    }

    private AuditCheckpoint parse(String line, int number) {
        String[] parts = line.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new AuditCheckpoint(
                        Long.parseLong(parts[0]), Instant.parse(parts[1]), Bytes.hex(parts[2]), Bytes.hex(parts[3]));
            }
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException(wrong(number), malformed);
        }
        throw new IllegalArgumentException(wrong(number));
    }

    private String wrong(int number) {
        return "line " + number + " of " + file + " is no checkpoint";
    }
}
