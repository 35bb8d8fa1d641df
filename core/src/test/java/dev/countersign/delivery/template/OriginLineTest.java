package dev.countersign.delivery.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line that binds a code to a website, as the specification's own examples have it.
class OriginLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "747723 is your ExampleCo code.\n\n@example.com #747723",
                "@example.com #747723",
                "Hi\n@example.com #747723 @ecommerce.example",
                "Hi\n@example.com #747723 whatever comes with the next edition"
            })
    void a_browser_finds_host_and_code_in_the_last_line(String message) {
        assertThat(OriginLine.read(message)).contains(new OriginLine("example.com", "747723"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "747723 is your code",
                "@example.com #747723\nThanks",
                "@example.com #747723\n",
                " @example.com #747723",
                "Code: @example.com #747723",
                "@example.com  #747723",
                "@example.com\t#747723",
                "@example.com#747723",
                "@example.com 747723",
                "@ #747723",
                "@example.com #",
                "#747723 @example.com",
                "@exam_ple #1",
                "@https://example.com #747723",
                "@localhost #747723",
                "@Example.com #747723"
            })
    void anything_else_binds_nothing(String message) {
        assertThat(OriginLine.read(message)).isEmpty();
    }

    @Test
    void what_it_writes_it_reads() {
        OriginLine line = new OriginLine("login.example.co.uk", "012345");
        assertThat(line.text()).isEqualTo("@login.example.co.uk #012345");
        assertThat(OriginLine.read("x\n" + line.text())).contains(line);
        assertThat(OriginLine.meant("x\n @example.com#1 ")).isTrue();
        assertThat(OriginLine.meant("write to me@example.com")).isFalse();
    }
}
