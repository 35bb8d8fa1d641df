package dev.countersign.server;

import dev.countersign.seal.MasterKey;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The master key as a file that only its owner reads: 64 hexadecimal digits.
public final class MasterKeys {
    private MasterKeys() {}

    /// Reads the key; makes it first when there is none.
    ///
    /// @throws IllegalArgumentException when the file holds something else
    public static MasterKey readOrMake(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            make(file, random);
        }
        return read(file);
    }

    /// Reads the key.
    ///
    /// @throws IllegalArgumentException when the file holds something else
    public static MasterKey read(Path file) {
        try {
            return parse(Files.readString(file).strip(), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the master key can't be read from " + file, unreadable);
        }
    }

    /// Reads a key from its 64 hexadecimal digits.
    ///
    /// @param where it came from, for the message
    /// @throws IllegalArgumentException when it is something else
    public static MasterKey parse(String digits, String where) {
        try {
            return MasterKey.of(Bytes.hex(digits));
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException(
                    where + " holds no master key: that is " + 2 * MasterKey.LENGTH + " hexadecimal digits", other);
        }
    }

    private static void make(Path file, SecureRandom random) {
        byte[] key = new byte[MasterKey.LENGTH];
        random.nextBytes(key);
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (java.nio.channels.FileChannel channel = java.nio.channels.FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(java.nio.ByteBuffer.wrap(
                        Bytes.utf8(Bytes.of(key).toHex() + "\n").toArray()));
                channel.force(true);
            }
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (IOException refused) {
            throw new UncheckedIOException("the master key can't be kept at " + file, refused);
        }
    }
}
