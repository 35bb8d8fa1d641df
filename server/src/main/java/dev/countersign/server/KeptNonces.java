package dev.countersign.server;

import dev.countersign.nonce.KeptNonce;
import dev.countersign.nonce.LocalNonceStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The nonces of this process, kept in a file of the data directory from a clean stop to the next start. Where there
/// is no such file, calls that were signed before the start are refused: which of them were made is not known.
final class KeptNonces implements AutoCloseable {
    private static final String FILE = "nonces";

    private final LocalNonceStore store;
    private final Duration window;
    private final Optional<FileChannel> file;

    private KeptNonces(LocalNonceStore store, Duration window, Optional<FileChannel> file) {
        this.store = store;
        this.window = window;
        this.file = file;
    }

    /// Takes what the last process kept. A directory that can't be used, or that another process uses, keeps nothing,
    /// and that is noted.
    ///
    /// @param directory the data directory
    static KeptNonces open(Path directory, Rules rules, Given given) {
        Optional<FileChannel> file = locked(directory.resolve(FILE));
        Optional<List<KeptNonce>> kept = file.flatMap(KeptNonces::taken)
                // What ended in a narrower window would be alive again in a wider one.
                .filter(last -> last.window().compareTo(rules.alibaba().window()) >= 0)
                .map(NonceFile.Contents::nonces);
        Instant since = kept.isPresent() || rules.takesOlderThanStart()
                ? Instant.MIN
                : given.clock().instant();
        LocalNonceStore store = new LocalNonceStore(given.clock(), since, LocalNonceStore.Bounds.STANDARD);
        kept.ifPresent(nonces -> nonces.forEach(store::remember));
        return new KeptNonces(store, rules.alibaba().window(), file);
    }

    private static Optional<FileChannel> locked(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(file)) {
                return Optional.of(file);
            }
            file.close();
            Logging.note("nonces are not kept over a restart: another process uses " + path);
        } catch (IOException refused) {
            Logging.note("nonces are not kept over a restart: " + path + " can't be used");
        }
        return Optional.empty();
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    private static Optional<NonceFile.Contents> taken(FileChannel file) {
        try {
            return new NonceFile(file).take(LocalNonceStore.MOST);
        } catch (IOException refused) {
            Logging.note("the kept nonces can't be read: calls that were signed before this start are refused");
            return Optional.empty();
        }
    }

    /// Where calls burn theirs.
    LocalNonceStore store() {
        return store;
    }

    /// Keeps them. No call may be answered any more.
    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            List<KeptNonce> held = new ArrayList<>(store.held());
            store.each(held::add);
            try (FileChannel open = file.get()) {
                new NonceFile(open).keep(new NonceFile.Contents(window, held));
            }
        }
    }
}
