package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No code, no secret and no full number in any line that we log, at any level, nor in the metrics.
class LogLeakTest {
    @TempDir
    Path directory;

    /// Keeps each line as it would be printed.
    private static final class Kept extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Formatter form = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(form.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void nothing_that_is_secret_is_logged() {
        Logger ours = Logger.getLogger("dev.countersign");
        Kept kept = new Kept();
        ours.addHandler(kept);
        ours.setLevel(Level.ALL);
        try (Countersign server =
                        Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
                DevClient client = new DevClient(server.port())) {
            String number = "67123456";
            client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number);
            String code = client.code("852" + number);
            String ofMigration = migrates(client);
            Accounts accounts = new Accounts(client);
            client.send("PUT", "/dev/faults", "{\"fail\":{\"carrier\":\"error\"},\"times\":2}");
            client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "67123457");
            client.advance("5s");
            client.code("85267123457");
            for (int i = 0; i < 50; i++) {
                String guessed = Integer.toString(67_200_000 + i);
                client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", guessed);
                for (int guess = 0; guess < 5; guess++) {
                    accounts.create("852", guessed, code.equals("123456") ? "654321" : "123456");
                }
            }
            List<String> ofUsers = users(client);
            List<String> ofMessages = messages(client);
            client.call(new DevClient.Key(DevClient.ROOT.id(), "wrong-secret"), "SendVerifyCode", "{}");
            String metrics = client.send("GET", "/metrics", "").text();

            assertThat(metrics).contains("countersign_answers_total").contains("action=\"SendVerifyCode\"");
            assertThat(kept.lines)
                    .as("the caller that guessed is in the log")
                    .anySatisfy(line -> assertThat(line).contains("mostly guesses"));
            assertThat(String.join("\n", kept.lines) + metrics)
                    .doesNotContain(number)
                    .doesNotContain("67123457")
                    .doesNotContain("672000")
                    .doesNotContain(code)
                    .doesNotContain(DevClient.ROOT.secret())
                    .doesNotContain("wrong-secret")
                    .doesNotContain("ABCabc123!")
                    .doesNotContain("csk_dev_root")
                    .doesNotContain(ofUsers)
                    .doesNotContain(ofMessages)
                    .doesNotContain("67666601")
                    .doesNotContain(ofMigration);
        } finally {
            ours.removeHandler(kept);
        }
    }

    /// Moves a number in, with a wrong code before the right one.
    ///
    /// @return the code
    private static String migrates(DevClient client) {
        String[] number = {"CustSpaceId", "cams-dev-1", "PhoneNumber", "85267666601", "Locale", "en", "Method", "voice"
        };
        client.cams(
                DevClient.ROOT,
                "CreateChatappMigrationInitiate",
                "CustSpaceId",
                "cams-dev-1",
                "CountryCode",
                "852",
                "MobileNumber",
                "67666601");
        client.cams(DevClient.ROOT, "GetMigrationVerifyCode", number);
        String code = client.code("85267666601");
        for (String given : List.of("not-" + code, code)) {
            client.cams(
                    DevClient.ROOT,
                    "ChatappMigrationVerified",
                    "CustSpaceId",
                    "cams-dev-1",
                    "PhoneNumber",
                    "85267666601",
                    "VerifyCode",
                    given);
        }
        assertThat(client.cams(
                                DevClient.ROOT,
                                "ChatappMigrationRegister",
                                "CustSpaceId",
                                "cams-dev-1",
                                "PhoneNumber",
                                "85267666601")
                        .status())
                .isEqualTo(200);
        return code;
    }

    /// Sends codes of letters on the other wire, has one returned, and gives it back rightly and wrongly.
    ///
    /// @return what of it is secret
    private static List<String> messages(DevClient client) {
        AlibabaRpc wire = new AlibabaRpc("2017-05-25");
        String number = "13867123458";
        Map<String, String> sending = Map.of(
                "PhoneNumber", number,
                "SignName", "s",
                "TemplateCode", "t",
                "TemplateParam", "{\"code\":\"##code##\"}",
                "CodeType", "7",
                "CodeLength", "8",
                "ReturnVerifyCode", "true");
        Answer sent = wire.call(client, DevClient.ROOT, "SendSmsVerifyCode", sending);
        String letters = client.code("86" + number);
        assertThat(sent.text()).contains(letters);
        for (String given : List.of("Wr0ngLeak", letters)) {
            wire.call(client, DevClient.ROOT, "CheckSmsVerifyCode", Map.of("PhoneNumber", number, "VerifyCode", given));
        }
        return List.of(number, letters, "Wr0ngLeak");
    }

    /// Adds, changes and refuses users and keys.
    ///
    /// @return what of it is secret
    private static List<String> users(DevClient client) {
        DevClient.Outcome added = client.cam(
                DevClient.ROOT,
                "AddUser",
                "{\"Name\":\"carol\",\"ConsoleLogin\":1,\"UseApi\":1,\"CountryCode\":\"852\","
                        + "\"PhoneNum\":\"67555501\",\"Email\":\"carol.leak@example.com\"}");
        client.cam(
                DevClient.ROOT,
                "UpdateUser",
                "{\"Name\":\"carol\",\"Password\":\"Leaking-2027\",\"CountryCode\":\"852\","
                        + "\"PhoneNum\":\"67555502\"}");
        client.cam(DevClient.ROOT, "UpdateUser", "{\"Name\":\"carol\",\"Password\":\"weakleak\"}");
        client.newest("85267555501", "text");
        assertThat(added.text("SecretKey")).isNotEmpty();
        return List.of(
                added.text("Password"),
                added.text("SecretKey"),
                "Leaking-2027",
                "weakleak",
                "67555501",
                "67555502",
                "carol.leak");
    }
}
