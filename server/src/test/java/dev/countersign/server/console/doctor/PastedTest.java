package dev.countersign.server.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Request;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people paste: as browsers, shells and the Explorer write it, and everything else.
final class PastedTest {
    private static final int RUNS = 20_000;

    private static Request read(String text) {
        Pasted pasted = Pasted.of(text);
        assertThat(pasted).isInstanceOf(Pasted.Read.class);
        return ((Pasted.Read) pasted).request();
    }

    private static String wrong(String text) {
        Pasted pasted = Pasted.of(text);
        assertThat(pasted).isInstanceOf(Pasted.Wrong.class);
        Pasted.Wrong one = (Pasted.Wrong) pasted;
        return one.key() + (one.part().isEmpty() ? "" : " " + one.part());
    }

    @Test
    void chromes_copy_is_read() {
        Request request = read("""
                curl 'http://127.0.0.1:7300/?a=b' \\
                  -H 'accept: application/json' \\
                  -H 'content-type: application/json; charset=utf-8' \\
                  -H 'x-tc-action: SendVerifyCode' \\
                  --data-raw $'{"PhoneNum":"6\\'1\\u4e2d\\n"}' \\
                  --compressed --insecure""");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.query()).isEqualTo("a=b");
        assertThat(request.headers().first("Host")).contains("127.0.0.1:7300");
        assertThat(request.headers().first("X-TC-Action")).contains("SendVerifyCode");
        assertThat(request.headers().all("content-type")).containsExactly("application/json; charset=utf-8");
        assertThat(request.body().toUtf8()).isEqualTo("{\"PhoneNum\":\"6'1中\n\"}");
    }

    @Test
    void quotes_and_short_options_are_read_as_a_shell_does() {
        Request request =
                read("$ curl -sSXPUT -H\"X-A: a \\\"b\\\" \\\\ 'c'\" -d one -d 't w o' http://x.test/p%20q?z=1 | jq .");
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.headers().first("x-a")).contains("a \"b\" \\ 'c'");
        assertThat(request.body().toUtf8()).isEqualTo("one&t w o");
        assertThat(request.headers().first("content-type")).contains("application/x-www-form-urlencoded");
    }

    @Test
    void get_moves_data_into_the_query_and_headers_can_be_taken_away() {
        Request request = read("curl -G localhost:7300 --data-urlencode 'q=a b&c' -d x=1 -H 'Accept:' -H 'X-Empty;'");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.query()).isEqualTo("q=a%20b%26c&x=1");
        assertThat(request.headers().first("accept")).isEmpty();
        assertThat(request.headers().first("x-empty")).contains("");
        assertThat(request.body().length()).isZero();
    }

    @Test
    void an_http_request_is_read_and_its_length_tells_how_its_body_ended() {
        String head = "POST /?x=1 HTTP/1.1\r\nHost: h:1\r\nContent-Length: %d\r\n\r\n";
        assertThat(read(head.formatted(2) + "{}\r\n").body().toUtf8()).isEqualTo("{}");
        assertThat(read(head.formatted(4) + "{}\r\n").body().toUtf8()).isEqualTo("{}\r\n");
        assertThat(read(head.formatted(3) + "{}\r\n").body().toUtf8()).isEqualTo("{}\n");
        Request request = read("GET https://x.test/a?b=c\n:authority: x.test\n\n");
        assertThat(request.path()).isEqualTo("/a");
        assertThat(request.query()).isEqualTo("b=c");
        assertThat(request.headers().first("host")).contains("x.test");
    }

    @Test
    void data_keeps_its_line_feeds_as_curl_does_unless_it_comes_from_a_file() {
        for (String option : new String[] {"-d", "--data", "--data-ascii", "--data-binary", "--data-raw"}) {
            assertThat(read("curl http://x.test/ " + option + " '{\n  \"a\": 1\n}'")
                            .body()
                            .toUtf8())
                    .as(option)
                    .isEqualTo("{\n  \"a\": 1\n}");
        }
    }

    @Test
    void what_curl_prints_with_v_is_read_with_the_body_put_below_it() {
        String printed = """
                * Connected to 127.0.0.1 (127.0.0.1) port 7300
                > POST /v1/verifications?x=1 HTTP/1.1
                > Host: 127.0.0.1:7300
                > Content-Type: application/json
                >\s
                %s} [21 bytes data]
                < HTTP/1.1 401 Unauthorized
                < Content-Length: 2
                <\s
                { [2 bytes data]
                * Closing connection
                {}""";
        Request bare = read(printed.formatted(""));
        assertThat(bare.method() + bare.path() + "?" + bare.query()).isEqualTo("POST/v1/verifications?x=1");
        assertThat(bare.headers().first("Content-Type")).contains("application/json");
        assertThat(bare.body().length()).isZero();
        assertThat(read(printed.formatted("{\n  \"to\": \"*\"\n}\n")).body().toUtf8())
                .isEqualTo("{\n  \"to\": \"*\"\n}");
    }

    @Test
    void postmans_copy_is_read() {
        Request request = read("""
                curl --location --request POST 'http://127.0.0.1:7300/' \\
                --header 'X-TC-Action: SendVerifyCode' \\
                --header 'Content-Type: application/json' \\
                --data '{
                    "CountryCode": "852"
                }'""");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().first("x-tc-action")).contains("SendVerifyCode");
        assertThat(request.body().toUtf8()).isEqualTo("{\n    \"CountryCode\": \"852\"\n}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "curl -H 'a: b ~ wrong.quote '",
                "curl \"http://x ~ wrong.quote \"",
                "curl $'x ~ wrong.quote $'",
                "curl http://x -H \"Authorization: $authorization\" ~ wrong.variable $authorization",
                "curl http://$host/ ~ wrong.variable $host",
                "curl http://x -d \"$(date)\" ~ wrong.variable $(date",
                "curl ~ wrong.address.none",
                "curl -H 'a: b' ~ wrong.address.none",
                "curl file:///etc/passwd ~ wrong.address file:///etc/passwd",
                "curl 'http://x y' ~ wrong.address http://x y",
                "curl http://x http://y ~ wrong.second http://y",
                "curl http://x -d @/etc/passwd ~ wrong.file -d @/etc/passwd",
                "curl http://x --data-binary @- ~ wrong.file --data-binary @-",
                "curl http://x -H ~ wrong.value -H",
                "curl http://x -H nothing ~ wrong.header nothing",
                "curl http://x --upload-file f ~ wrong.option --upload-file",
                "curl http://x -T f ~ wrong.option -T",
                "curl ^\"http://x^\" ~ wrong.cmd",
                "#!/usr/bin/env bash ~ wrong.script",
                "hello ~ wrong.request hello",
                "wget http://x -O f ~ wrong.request wget http://x -O f",
            })
    void what_can_not_be_read_says_why(String text, String why) {
        assertThat(wrong(text)).isEqualTo(why);
    }

    @Test
    void what_is_quoted_for_the_windows_prompt_is_told_to_be_that() {
        assertThat(wrong("curl \"http://x\" ^\n  -H \"a: b\"")).isEqualTo("wrong.cmd");
        assertThat(wrong("curl.exe ^\"http://x^\" ^\r\n  -H ^\"a: b^\"")).isEqualTo("wrong.cmd");
    }

    @Test
    void size_has_a_bound() {
        assertThat(wrong("curl " + "a".repeat(Pasted.LONGEST))).isEqualTo("wrong.long 65536");
        assertThat(wrong("curl " + "a ".repeat(2000))).startsWith("wrong.");
        assertThat(wrong("curl " + "-s ".repeat(2000))).isEqualTo("wrong.many 1000");
    }

    @Test
    void anything_at_all_is_read_or_refused_with_words() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Words words = Words.of(Language.EN, DoctorRoom.class);
        String[] pieces = {
            "curl ",
            "'",
            "\"",
            "\\",
            "\n",
            "\r\n",
            "$",
            "$'",
            "`",
            " -H ",
            " -d ",
            " --data-raw ",
            " -X ",
            "-",
            "--",
            "a:b",
            "http://x/",
            "?",
            "=",
            "&",
            ";",
            "|",
            "@",
            ":",
            "GET / HTTP/1.1",
            "\n\n",
            "é中\uD83D\uDE00",
            "\uD800",
            "\0",
            "%",
            "\\x4",
            "\\u12",
            " ",
            "^",
            "#!",
            "Content-Length: 3\n",
            "{}",
            "x".repeat(300)
        };
        for (int run = 0; run < RUNS; run++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "curl " : "");
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String about = "seed " + seed + ", run " + run;
            switch (Pasted.of(text.toString())) {
                case Pasted.Read read -> {
                    assertThat(read.request().path()).as(about).isNotNull();
                    assertThat(read.request().method()).as(about).isNotNull();
                }
                case Pasted.Wrong wrong ->
                    assertThat(words.say(wrong.key(), wrong.part())).as(about).isNotEmpty();
            }
        }
    }
}
