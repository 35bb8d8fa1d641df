package dev.countersign.server;

import dev.countersign.server.cli.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a data directory for one process. The embedded store counts on it: a second process would take the first
/// one's leases for those of a former life, and hand the same messages over again.
///
/// The lock is the operating system's: it ends with the process, however that ends.
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /// Takes the directory, and makes it if it isn't there.
    ///
    /// @throws CommandFailed when another process has it
    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file =
                    FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                throw new CommandFailed("another countersign runs on the data directory " + directory
                        + ": stop it, or use another directory");
            }
            return new DirectoryLock(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("the data directory " + directory + " can't be used", refused);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException closed) {
            throw new UncheckedIOException("the lock of the data directory can't be given back", closed);
        }
    }
}
