package dev.countersign.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How many times a second this disk takes 8 KiB and a sync, one after the other: the yardstick of durable writes.
public final class SyncRate {
    private static final long RUN_NANOS = 3_000_000_000L;

    private SyncRate() {}

    /// Prints the rate.
    ///
    /// @param arguments `DIRECTORY`
    public static void main(String... arguments) throws IOException {
        Path file = Files.createTempFile(Path.of(arguments[0]), "sync", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(8192);
            long start = System.nanoTime();
            int syncs = 0;
            while (System.nanoTime() - start < RUN_NANOS) {
                page.rewind();
                channel.write(page, (long) syncs % 1024 * 8192);
                channel.force(false);
                syncs++;
            }
            System.out.println(Math.round(syncs * 1e9 / (System.nanoTime() - start)));
        } finally {
            Files.delete(file);
        }
    }
}
