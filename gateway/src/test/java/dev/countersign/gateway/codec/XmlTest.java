package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class XmlTest {
    @Test
    void every_kind_of_value_has_its_form() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("T", Value.text("a<b>&\r\u0000\uD800"));
        fields.put("N", Value.number(12));
        fields.put("F", new Value.Flag(true));
        fields.put("Z", new Value.Nothing());
        fields.put("L", new Value.Items(List.of(Value.text("1"), Value.text(""))));
        fields.put("O", new Value.Fields(Map.of("I", Value.text("x"))));
        assertThat(Xml.write("R", new Value.Fields(fields)).toUtf8())
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?><R><T>a&lt;b&gt;&amp;&#13;\uFFFD\uFFFD</T><N>12</N>"
                        + "<F>true</F><L>1</L><L></L><O><I>x</I></O></R>");
    }

    @Test
    void any_text_is_read_back_by_another_parser() throws Exception {
        long seed = 20_261_124;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                text.appendCodePoint(
                        random.nextInt(4) == 0
                                ? "<>&'\"\r\n\t".charAt(random.nextInt(8))
                                : 0x20 + random.nextInt(0x2000));
            }
            byte[] document = Xml.write("R", new Value.Fields(Map.of("T", Value.text(text.toString()))))
                    .toArray();
            String read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement()
                    .getTextContent();
            assertThat(read).as("seed %d, case %d", seed, i).isEqualTo(text.toString());
        }
    }
}
