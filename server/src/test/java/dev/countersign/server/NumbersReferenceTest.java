package dev.countersign.server;

import dev.countersign.migration.NumberState;
import dev.countersign.migration.NumberStep;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed page of phone numbers is drawn from the states that run.
final class NumbersReferenceTest {
    @Test
    void the_page_of_phone_numbers_is_true() throws IOException {
        Published.requireCommitted(Path.of("../docs/reference/phone-numbers.md"), page());
    }

    private static String page() {
        StringBuilder drawing = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (NumberState state : NumberState.values()) {
            for (NumberStep step : NumberStep.values()) {
                state.after(step).ifPresent(next -> {
                    drawing.append("    ")
                            .append(state == NumberState.ABSENT ? "[*]" : state.word())
                            .append(" --> ")
                            .append(next.word())
                            .append(" : ")
                            .append(step.word())
                            .append('\n');
                    rows.append("| ")
                            .append(state.word())
                            .append(" | ")
                            .append(step.word())
                            .append(" | ")
                            .append(next.word())
                            .append(" |\n");
                });
            }
        }
        return """
                # Phone numbers

                Where a number of a space stands, and where each step leads. A step that is not here is out of order and
                refused. `lapsed` comes by itself, 14 days after a number was verified; `left` comes when another space
                completes the number's move. A number is connected in one space at the most.

                ```mermaid
                stateDiagram-v2
                %s```

                | State | Step | Then |
                |---|---|---|
                %s""".formatted(drawing, rows);
    }
}
