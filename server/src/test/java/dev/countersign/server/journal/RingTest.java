package dev.countersign.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The ring beside a queue that keeps the same.
final class RingTest {
    private static final int MOST_BYTES = 200_000;

    private static byte[] record(int number, int rest) {
        byte[] record = new byte[Integer.BYTES + rest];
        new Random(number).nextBytes(record);
        ByteBuffer.wrap(record).putInt(number);
        return record;
    }

    private static byte[] beginning(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Test
    void it_keeps_the_newest_that_there_is_room_for_unchanged() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            int mostRecords = 1 + random.nextInt(400);
            int longest = 1 + random.nextInt(3000);
            Ring ring = new Ring(mostRecords, MOST_BYTES);
            Deque<byte[]> kept = new ArrayDeque<>();
            long bytes = 0;
            for (int number = 0; number < 1500; number++) {
                byte[] record = record(number, random.nextInt(longest));
                ring.add(record);
                kept.addLast(record);
                bytes += Integer.BYTES + record.length;
                while (kept.size() > mostRecords || bytes > MOST_BYTES) {
                    bytes -= Integer.BYTES + kept.removeFirst().length;
                }
                assertThat(ring.records()).as("seed " + seed).isEqualTo(kept.size());
                assertThat(ring.forgot()).as("seed " + seed).isEqualTo(kept.size() <= number);
                assertThat(ring.oldest().orElseThrow()).as("seed " + seed).isEqualTo(kept.getFirst());
                assertThat(ring.beginning(beginning(number)).orElseThrow())
                        .as("seed " + seed)
                        .isEqualTo(record);
            }
            for (byte[] record : kept) {
                int number = ByteBuffer.wrap(record).getInt();
                assertThat(ring.beginning(beginning(number)).orElseThrow())
                        .as("seed " + seed)
                        .isEqualTo(record);
            }
            int gone = ByteBuffer.wrap(kept.getFirst()).getInt() - 1;
            assertThat(ring.beginning(beginning(gone))).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void an_empty_one_has_no_oldest() {
        Ring ring = new Ring(10, MOST_BYTES);
        assertThat(ring.oldest()).isEmpty();
        assertThat(ring.forgot()).isFalse();
    }

    @Test
    void a_record_larger_than_all_is_refused_and_nothing_is_forgotten() {
        Ring ring = new Ring(10, MOST_BYTES);
        ring.add(record(1, 10));
        assertThatThrownBy(() -> ring.add(record(2, MOST_BYTES))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ring.beginning(beginning(1))).isPresent();
    }
}
