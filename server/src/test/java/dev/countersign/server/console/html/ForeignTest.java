package dev.countersign.server.console.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=preconnect href=//x>",
                "<LiNk/rel=preconnect href=//x>",
                "<link\nrel=preconnect href=//x>",
                "<link\frel=preconnect href=//x>",
                "<svg><link\trel=preconnect href=//x></svg>",
                "<!-- <link rel=preconnect href=//x> -->",
                "<li<link rel=preconnect href=//x>nk rel=preconnect href=//x>",
                "<iframe src=//x></iframe>",
                "<IFRAME srcdoc='&lt;link rel=preconnect href=//x&gt;'></iframe >",
                "<frameset><frame src=//x></frameset>",
                "<ifr<link >ame src=//x>",
            })
    void no_tag_is_left_that_connects_before_it_may(String html) {
        assertThat(Foreign.still(html)).doesNotContainPattern("(?i)<(link|iframe|frame)[\\s/>]");
    }

    @Test
    void all_else_stays_as_it_was_written() {
        String html = "<linker><p>link < frame</p><frameset></frameset><a href=\"x\">a link</a><meta name=x><li>";
        assertThat(Foreign.still(html)).isEqualTo(html);
        assertThat(Foreign.still("<p>a<iframe src=x>other</iframe>b<link rel=x>c"))
                .isEqualTo("<p>a<noembed src=x>other</noembed>b<basefont rel=x>c");
    }
}
