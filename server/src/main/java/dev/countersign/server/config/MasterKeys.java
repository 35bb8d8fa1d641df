package dev.countersign.server.config;

import dev.countersign.seal.MasterKey;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;

/// Reads the master key from where the configuration says it is, and makes the file of a new one.
public final class MasterKeys {
    private final Map<String, String> environment;

    /// @param environment the variables of this process
    public MasterKeys(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Reads it.
    ///
    /// @throws IllegalArgumentException when it is not there or is no key; the message does not show what is there
    public MasterKey read(SecretReference reference) {
        if (reference.path().filter(Files::notExists).isPresent()) {
            throw new IllegalArgumentException(reference.text()
                    + " is not there: \"countersign init\" makes it for a new store; an old one needs its own");
        }
        String text = reference.resolve(environment).reveal();
        try {
            return MasterKey.of(Bytes.base64(text));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    reference.text() + " must hold " + MasterKey.LENGTH + " bytes in base64", malformed);
        }
    }

    /// Makes a new key in the file that the reference points to, readable by its owner only, unless the file is
    /// there already or the reference points elsewhere.
    ///
    /// @return whether a key was made
    public boolean createIfMissing(SecretReference reference, SecureRandom random) {
        return reference
                .path()
                .filter(path -> !Files.exists(path))
                .map(path -> create(path, random))
                .orElse(false);
    }

    /// Removes a file that [#createIfMissing] made and that nothing was sealed with.
    public void discard(SecretReference reference) {
        reference.path().ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException failed) {
                throw new UncheckedIOException("the unused master key " + path + " can't be removed", failed);
            }
        });
    }

    private static boolean create(Path path, SecureRandom random) {
        byte[] key = new byte[MasterKey.LENGTH];
        random.nextBytes(key);
        byte[] line = (Bytes.of(key).toBase64() + "\n").getBytes(StandardCharsets.US_ASCII);
        FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (SeekableByteChannel file = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                ByteBuffer rest = ByteBuffer.wrap(line);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
            }
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException("the master key can't be written to " + path, failed);
        }
    }
}
