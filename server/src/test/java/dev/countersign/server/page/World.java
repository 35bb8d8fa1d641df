package dev.countersign.server.page;

import dev.countersign.gateway.codec.Form;
import dev.countersign.server.Countersign;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A dev world with people to challenge.
final class World implements AutoCloseable {
    private final Countersign server;
    private final AtomicInteger made = new AtomicInteger();

    final DevClient client;

    World(Path directory) {
        this.server = Countersign.dev(DevOptions.at(directory).relaxed());
        this.client = new DevClient(server.port());
    }

    /// A user whose login and operations demand a method.
    ///
    /// @param phone the bound number
    record Person(long uin, String phone) {}

    /// Makes a user with this name.
    Person person(String name, String method) {
        int n = made.incrementAndGet();
        Person person = new Person(500_000 + n, "8526500" + String.format("%04d", n));
        ok(client.send(
                "PUT",
                "/dev/principals",
                "{\"uin\":" + person.uin() + ",\"name\":\"" + name.replace("\"", "\\\"") + "\",\"phone\":\""
                        + person.phone() + "\",\"wechat\":true}"));
        ok(client.send(
                "PUT",
                "/dev/protection",
                "{\"uin\":" + person.uin() + ",\"login\":\"" + method + "\",\"operation\":\"" + method + "\"}"));
        return person;
    }

    /// Makes a user without number or address.
    Person bare(String method) {
        Person person = person("bare", method);
        ok(client.send("PUT", "/dev/principals", "{\"uin\":" + person.uin() + ",\"name\":\"bare\"}"));
        return person;
    }

    /// Opens a login challenge.
    ///
    /// @param more further members, each beginning with a comma
    Answer challenge(Person person, String more) {
        return ok(client.send(
                "POST", "/dev/challenges", "{\"uin\":" + person.uin() + ",\"kind\":\"login\"" + more + "}"));
    }

    /// Opens an operation challenge.
    Answer transfer(Person person, String amount, String payee) {
        return ok(client.send(
                "POST",
                "/dev/challenges",
                "{\"uin\":" + person.uin() + ",\"kind\":\"operation\",\"amount\":\"" + amount + "\",\"payee\":\""
                        + payee + "\"}"));
    }

    /// Where a challenge stands.
    String status(Answer challenge) {
        return ok(client.send("GET", "/dev/challenges/" + challenge.text("id"), ""))
                .text("status");
    }

    /// The time that the world lives by.
    Instant now() {
        return Instant.parse(ok(client.send("GET", "/dev/clock", "")).text("now"));
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    private static Answer ok(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }

    /// A browser without a screen: it keeps the cookie of one challenge and sends forms as a page would.
    ///
    /// @param path the challenge's page
    /// @param cookie what it was given
    /// @param token what the page's forms carry
    /// @param page what it saw last
    record Plain(World world, String path, String cookie, String token, Answer page) {
        private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

        Answer post(String step, String... namesAndValues) {
            return send(step, cookie, world.base(), form(token, namesAndValues));
        }

        Answer send(String step, String cookie, String origin, String form) {
            return world.client.send(
                    "POST",
                    path + "/" + step,
                    form,
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Cookie",
                    cookie,
                    "Origin",
                    origin);
        }

        static String form(String token, String... namesAndValues) {
            StringBuilder form = new StringBuilder("token=" + Form.encoded(token));
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.append('&').append(namesAndValues[i]).append('=').append(Form.encoded(namesAndValues[i + 1]));
            }
            return form.toString();
        }

        Answer get(String more, String... headers) {
            String[] all = new String[headers.length + 2];
            System.arraycopy(headers, 0, all, 0, headers.length);
            all[headers.length] = "Cookie";
            all[headers.length + 1] = cookie;
            return world.client.send("GET", path + more, "", all);
        }
    }

    /// Looks at a challenge with a browser that has not seen it.
    Plain look(Answer challenge, String... headers) {
        String path = "/challenge/" + challenge.text("id");
        Answer page = client.send("GET", path, "", headers);
        String cookie = header(page, "Set-Cookie").split(";", 2)[0];
        Matcher token = Plain.TOKEN.matcher(page.text());
        return new Plain(this, path, cookie, token.find() ? token.group(1) : "", page);
    }

    /// The only value of a header; empty for none.
    static String header(Answer answer, String name) {
        for (Map.Entry<String, List<String>> one : answer.headers().entrySet()) {
            if (one.getKey().equalsIgnoreCase(name)) {
                return String.join("\n", one.getValue());
            }
        }
        return "";
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
