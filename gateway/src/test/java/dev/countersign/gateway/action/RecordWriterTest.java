package dev.countersign.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Naming;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    private static String written(Naming naming, Greet.Request record) {
        return Json.write(new RecordWriter(naming).write(record)).toUtf8();
    }

    @Test
    void writes_every_kind_in_the_order_of_the_record() {
        assertThat(written(
                        Naming.CAMEL,
                        new Greet.Request(
                                "ann", 3, false, List.of("a", "b"), new Greet.Sender(Long.MAX_VALUE, null), "x")))
                .isEqualTo("{\"name\":\"ann\",\"times\":3,\"loud\":false,\"words\":[\"a\",\"b\"],"
                        + "\"from\":{\"number\":9223372036854775807,\"title\":null},\"remark\":\"x\"}");
    }

    @Test
    void what_is_absent_is_null_unless_its_field_is_omitted() {
        assertThat(written(Naming.CAMEL, new Greet.Request("ann", 3, null, null, null, null)))
                .isEqualTo("{\"name\":\"ann\",\"times\":3,\"loud\":null,\"remark\":null}");
    }

    @Test
    void names_follow_the_dialect() {
        assertThat(written(Naming.PASCAL, new Greet.Request("ann", 3, null, null, new Greet.Sender(1, "Dr"), null)))
                .isEqualTo("{\"Name\":\"ann\",\"Times\":3,\"Loud\":null,"
                        + "\"From\":{\"Number\":1,\"Title\":\"Dr\"},\"Remark\":null}");
    }
}
