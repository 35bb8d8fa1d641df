package dev.countersign.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.World.Person;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same in a Chromium that runs no script and prefers Chinese.
final class NoScriptBrowserTest {
    @TempDir
    static Path directory;

    private static World world;
    private static Optional<Chromium> shared = Optional.empty();

    @BeforeAll
    static void start() {
        world = new World(directory.resolve("world"));
        if (Chromium.present()) {
            shared = Optional.of(new Chromium(directory.resolve("profile"), false, "zh-CN,zh"));
        }
    }

    @AfterAll
    static void stop() {
        shared.ifPresent(Chromium::close);
        world.close();
    }

    @BeforeEach
    void needs_a_browser() {
        assumeTrue(shared.isPresent(), "no Chromium is here");
    }

    private static Chromium browser() {
        return shared.orElseThrow();
    }

    private static void passes(Answer challenge) {
        browser().awaitAddress("/dev/returned?challenge=" + challenge.text("id") + "&code=");
        assertThat(world.status(challenge)).isEqualTo("passed");
    }

    @Test
    void scripts_are_off() {
        browser()
                .open("data:text/html,<title>off</title><p>page</p><script>document.title='on'</script>")
                .reads("page");
        assertThat(browser().driver.getTitle()).isEqualTo("off");
    }

    @Test
    void a_code_is_sent_and_typed() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).press("发送短信").reads("验证码已发送至");
        browser().type("000000").reads("验证码不正确");
        browser().type(world.client.nextCode(person.phone()));
        passes(challenge);
    }

    @Test
    void other_pages_are_gone_to_and_come_back_from() {
        Answer wechat = world.challenge(world.person("alice", "Wechat"), "");
        browser().open(wechat.text("url")).press("使用微信继续").awaitAddress("/dev/wechat/qrconnect");
        browser().press("The one who is bound to this account");
        passes(wechat);
        Answer custom = world.challenge(world.person("alice", "Custom"), "");
        browser().open(custom.text("url")).press("继续").awaitAddress("/dev/custom?token=");
        browser().press("Approve: spend the token");
        passes(custom);
    }
}
