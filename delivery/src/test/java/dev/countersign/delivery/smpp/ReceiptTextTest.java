package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Receipt.State;
import org.junit.jupiter.api.Test;

/// Receipts as message centres have been seen to write them.
final class ReceiptTextTest {
    @Test
    void the_form_of_the_specification_is_read() {
        assertThat(ReceiptText.read("id:0123456789 sub:001 dlvrd:001 submit date:0902281633 done date:0902281634"
                        + " stat:DELIVRD err:000 text:Hello"))
                .contains(new ReceiptText("0123456789", State.DELIVERED, ""));
    }

    @Test
    void order_case_and_missing_fields_do_not_matter() {
        assertThat(ReceiptText.read("STAT:expired ID:a-b-c")).contains(new ReceiptText("a-b-c", State.UNDELIVERED, ""));
        assertThat(ReceiptText.read("id: 77 stat: ACCEPTD err: 12"))
                .contains(new ReceiptText("77", State.UNDERWAY, "12"));
    }

    @Test
    void every_state_of_the_specification_is_known() {
        for (String word : new String[] {"EXPIRED", "DELETED", "UNDELIV", "UNKNOWN", "REJECTD"}) {
            assertThat(state(word)).as(word).isEqualTo(State.UNDELIVERED);
        }
        assertThat(state("DELIVRD")).isEqualTo(State.DELIVERED);
        assertThat(state("ACCEPTD")).isEqualTo(State.UNDERWAY);
        assertThat(state("ENROUTE")).isEqualTo(State.UNDERWAY);
    }

    @Test
    void what_the_person_read_is_not_taken_for_fields() {
        assertThat(ReceiptText.read("text:id:1 stat:DELIVRD")).isEmpty();
        assertThat(ReceiptText.read("id:1 stat:UNDELIV Text:stat:DELIVRD id:2"))
                .contains(new ReceiptText("1", State.UNDELIVERED, ""));
    }

    @Test
    void a_field_whose_name_ends_alike_is_not_taken_for_it() {
        assertThat(ReceiptText.read("msgid:9 id:1 stat:DELIVRD")).contains(new ReceiptText("1", State.DELIVERED, ""));
    }

    @Test
    void without_id_or_known_state_it_says_nothing() {
        assertThat(ReceiptText.read("stat:DELIVRD")).isEmpty();
        assertThat(ReceiptText.read("id:1")).isEmpty();
        assertThat(ReceiptText.read("id:1 stat:WHATEVER")).isEmpty();
        assertThat(ReceiptText.read("")).isEmpty();
        assertThat(ReceiptText.read("id:1 stat:DELIVRD " + "x".repeat(2_000))).isEmpty();
    }

    @Test
    void a_code_that_might_be_text_is_dropped() {
        assertThat(ReceiptText.read("id:1 stat:UNDELIV err:<b>call-+85261234567</b>"))
                .contains(new ReceiptText("1", State.UNDELIVERED, ""));
    }

    private static State state(String word) {
        return ReceiptText.read("id:1 stat:" + word).orElseThrow().state();
    }
}
