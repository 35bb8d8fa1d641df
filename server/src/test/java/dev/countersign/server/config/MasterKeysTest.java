package dev.countersign.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.seal.MasterKey;
import dev.countersign.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the master key comes from.
final class MasterKeysTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path directory;

    @Test
    void a_new_file_is_its_owners_only_and_opens_what_it_sealed() throws Exception {
        SecretReference reference = SecretReference.file(directory.resolve("deep/er/master.key"));
        MasterKeys keys = new MasterKeys(Map.of());
        assertThat(keys.createIfMissing(reference, random)).isTrue();
        Path path = reference.path().orElseThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        Bytes sealed = keys.read(reference).wrap("seal", Bytes.utf8("data key"), random);
        assertThat(keys.read(reference).unwrap("seal", sealed)).isEqualTo(Bytes.utf8("data key"));
    }

    @Test
    void a_file_that_is_there_is_never_replaced() throws Exception {
        Path path = Files.writeString(directory.resolve("master.key"), "mine");
        assertThat(new MasterKeys(Map.of()).createIfMissing(SecretReference.file(path), random))
                .isFalse();
        assertThat(path).hasContent("mine");
    }

    @Test
    void a_variable_can_hold_it() {
        String key = Bytes.of(new byte[MasterKey.LENGTH]).toBase64();
        MasterKeys keys = new MasterKeys(Map.of("KEY", key + "\n"));
        assertThat(keys.read(new SecretReference("env:KEY"))).isNotNull();
        assertThat(keys.createIfMissing(new SecretReference("env:OTHER"), random))
                .isFalse();
    }

    @Test
    void what_is_no_key_is_refused_without_being_shown() {
        for (String wrong : new String[] {"not base64!", "c2hvcnQ=", " "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MasterKeys(Map.of("KEY", wrong)).read(new SecretReference("env:KEY")))
                    .withMessageContaining("env:KEY")
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(wrong.strip() + "!"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeys(Map.of()).read(new SecretReference("env:KEY")))
                .withMessage("env:KEY is not set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretReference("hunter2"))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }
}
