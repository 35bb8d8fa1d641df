package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.nonce.KeptNonce;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NonceFileTest {
    private static final long SEED = 20_261_125;
    private static final NonceFile.Contents CONTENTS = new NonceFile.Contents(
            Duration.ofMinutes(15),
            List.of(
                    new KeptNonce(1, -2, Instant.ofEpochSecond(1_795_000_000), 100_000_000_001L),
                    new KeptNonce(Long.MIN_VALUE, 3, Instant.ofEpochSecond(1_795_000_060), 7)));

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void place() {
        path = directory.resolve("nonces");
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void keep() throws IOException {
        try (FileChannel channel = channel()) {
            new NonceFile(channel).keep(CONTENTS);
        }
    }

    @Test
    void what_was_kept_is_taken_once() throws IOException {
        keep();
        try (FileChannel channel = channel()) {
            assertThat(new NonceFile(channel).take(2)).contains(CONTENTS);
            assertThat(new NonceFile(channel).take(2)).isEmpty();
        }
        assertThat(path).isEmptyFile();
    }

    @Test
    void a_file_with_more_than_there_may_be_holds_nothing() throws IOException {
        keep();
        try (FileChannel channel = channel()) {
            assertThat(new NonceFile(channel).take(1)).isEmpty();
        }
    }

    @Test
    void a_file_that_is_cut_short_or_changed_holds_nothing() throws IOException {
        keep();
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            holdsNothing(ByteBuffer.wrap(whole, 0, length), "cut to " + length);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            holdsNothing(ByteBuffer.wrap(changed), "seed " + SEED + ", case " + i);
        }
    }

    private void holdsNothing(ByteBuffer bytes, String what) throws IOException {
        Files.deleteIfExists(path);
        try (FileChannel channel = channel()) {
            channel.write(bytes);
            assertThat(new NonceFile(channel).take(1_000)).as(what).isEmpty();
        }
    }
}
