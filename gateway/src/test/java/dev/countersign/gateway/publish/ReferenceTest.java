package dev.countersign.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.dialect.rest.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final List<Product> PRODUCTS =
            List.of(new Product("rest", "sample", "v1", true, List.of(Samples.greet(), Samples.lookAtAll())));

    private final Reference reference = new Reference(PRODUCTS, List.of(new RestDialect(PRODUCTS)));

    @Test
    void the_page_of_actions() {
        assertThat(reference.actions()).isEqualTo("""
                # Actions

                Generated from the actions themselves: change those, then run `./dev fix`.

                ## sample v1

                Spoken by the dialect `rest`. A tenant must have subscribed to it.

                ### Greet

                Greets somebody.

                `POST /v1/greetings/{name}`, answered with 201. A key needs the scope `greetings`.

                At most 20 calls a second.

                **Parameters**

                | Name | Type | Required | What it is | Example | Pattern |
                |---|---|---|---|---|---|
                | `name` | string | yes | Whom. | `ann` | `[a-z]{1,20}` |
                | `times` | integer | yes | How often. | `3` |  |
                | `loud` | boolean | no | Whether loudly. | `true` |  |
                | `words[]` | array of string | no | The words. |  |  |
                | `from` | Sender | no | From whom. |  |  |
                | `from.number` | integer | yes | Its number. | `7` |  |
                | `from.title` | string | no | Its title. |  |  |
                | `remark` | string | no | A remark. |  | `.{1,10}` |

                **Answer**

                | Name | Type | What it is |
                |---|---|---|
                | `name` | string | Whom. |
                | `times` | integer | How often. |
                | `loud` | boolean, may be absent | Whether loudly. |
                | `words[]` | array of string, may be absent | The words. |
                | `from` | Sender, may be absent | From whom. |
                | `from.number` | integer | Its number. |
                | `from.title` | string, may be absent | Its title. |
                | `remark` | string, may be absent | A remark. |

                **Codes of its own**

                `verification-unknown`, `code-not-accepted`, `name-odd`, `remark-empty`, `vendor-only`

                ### LookAtAll

                Looks at all.

                `GET /v1/greetings/all`, answered with 200. A key needs the scope `greetings`.

                At most 20 calls a second.

                **Parameters**: none.

                **Answer**: none.

                **Codes of its own**: none.
                """);
    }

    @Test
    void the_page_of_errors_has_common_codes_and_those_of_actions_with_their_causes() {
        assertThat(reference.errors())
                .startsWith("# Error codes\n")
                .contains("\n## Common codes of `rest`\n")
                .contains("| `overloaded` | 503 | throttle | The server is busy; nothing was done. Try again. | 服务器繁忙")
                .contains("\"Authorization: Bearer &lt;key>\"")
                .contains("\n## sample v1\n\n### Greet\n")
                .contains("| `code-not-accepted` | 422 | `CodeNotAccepted` | It is wrong. | 验证码错误")
                .contains("| `name-odd` | 400 | malformed `name` | What a name. |")
                .contains("| `remark-empty` | 400 | empty `remark` | No remark? |")
                .contains("| `vendor-only` |  | the vendor's own, not sent here | Never sent. |")
                .endsWith("### LookAtAll\n\nNo codes of its own.\n");
    }

    @Test
    void the_surface_of_an_action() {
        assertThat(reference.surfaces()).containsOnlyKeys("sample-v1-Greet.txt", "sample-v1-LookAtAll.txt");
        assertThat(reference.surfaces()).containsEntry("sample-v1-Greet.txt", """
                action Greet
                product sample v1
                route POST /v1/greetings/{name} 201
                parameter name: string, required
                parameter times: integer, required
                parameter loud: boolean, optional
                parameter words[]: array of string, optional
                parameter from: Sender, optional
                parameter from.number: integer, required
                parameter from.title: string, optional
                parameter remark: string, optional
                answer name: string
                answer times: integer
                answer loud: boolean, may be absent
                answer words[]: array of string, may be absent
                answer from: Sender, may be absent
                answer from.number: integer
                answer from.title: string, may be absent
                answer remark: string, may be absent
                code verification-unknown
                code code-not-accepted
                code name-odd
                code remark-empty
                code vendor-only, not sent
                """);
    }

    @Test
    void bars_and_backticks_do_not_break_tables() {
        assertThat(Markdown.table(List.of("A"), List.of(List.of(Markdown.code("a|b`c")))))
                .isEqualTo("| A |\n|---|\n| `` a\\|b`c `` |\n");
        assertThat(Markdown.table(List.of("A"), List.of())).isEmpty();
    }

    @Test
    void a_product_that_nobody_speaks_has_no_page() {
        assertThatThrownBy(() -> new Reference(PRODUCTS, List.of()).actions())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
