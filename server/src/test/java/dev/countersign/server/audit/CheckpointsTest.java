package dev.countersign.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.store.AuditCheckpoint;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of checkpoints.
final class CheckpointsTest {
    @TempDir
    Path directory;

    private static AuditCheckpoint checkpoint(long link) {
        return new AuditCheckpoint(
                link, Instant.parse("2026-11-22T12:00:00.001Z"), Bytes.utf8("hash"), Bytes.utf8("seal"));
    }

    private Path file() {
        return directory.resolve("checkpoints.txt");
    }

    @Test
    void what_is_written_is_read() {
        Checkpoints checkpoints = new Checkpoints(file());
        assertThat(checkpoints.read()).isEmpty();
        checkpoints.append(checkpoint(1));
        checkpoints.append(checkpoint(9));
        assertThat(checkpoints.read()).containsExactly(checkpoint(1), checkpoint(9));
    }

    @Test
    void a_line_that_a_crash_cut_short_is_left_out_and_any_other_is_refused() throws IOException {
        Checkpoints checkpoints = new Checkpoints(file());
        checkpoints.append(checkpoint(1));
        Files.writeString(file(), "2 2026-11-22T12:0", StandardOpenOption.APPEND);
        assertThat(checkpoints.read()).containsExactly(checkpoint(1));
        Files.writeString(file(), "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(checkpoints::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void the_last_checkpoint_is_written_at_the_end_and_only_when_there_is_anything_new() {
        List<AuditCheckpoint> now = new ArrayList<>(List.of(checkpoint(1)));
        Checkpoints file = new Checkpoints(file());
        Checkpointer checkpointer = new Checkpointer(() -> Optional.of(now.getLast()), file, fault -> {
            throw fault;
        });
        checkpointer.close();
        checkpointer.close();
        now.add(checkpoint(2));
        checkpointer.close();
        assertThat(file.read()).containsExactly(checkpoint(1), checkpoint(2));
    }

    @Test
    void a_file_that_can_not_be_written_is_a_fault_that_is_told() {
        List<RuntimeException> faults = new ArrayList<>();
        new Checkpointer(
                        () -> Optional.of(checkpoint(1)),
                        new Checkpoints(directory.resolve("missing/file")),
                        faults::add)
                .close();
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).hasMessageContaining("missing"));
    }
}
