package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/// Every screen of the sign-in in a real Chromium, as each kind of person sees it: axe finds nothing serious, nothing
/// is wider than the window, and nothing jumped while it loaded.
final class ConsoleSignInScreensTest {
    private static final long NOBODY = 999_999_999_999L;

    @TempDir
    static Path directory;

    private static ServedConsole console;
    private static Optional<Chromium> shared = Optional.empty();

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory.resolve("console"));
        if (Chromium.present()) {
            shared = Optional.of(new Chromium(directory.resolve("profile"), true, "en-GB,en"));
        }
    }

    @AfterAll
    static void stop() {
        shared.ifPresent(Chromium::close);
        console.close();
    }

    private static Chromium browser() {
        return shared.orElseThrow();
    }

    private static Chromium open(String path) {
        return browser().open(console.base() + path);
    }

    private String look = "";

    private void seen(String screen, String part) {
        browser().reads(part);
        assertThat(browser().shifts()).as(look + " " + screen).isEmpty();
        assertThat(browser().barriers()).as(look + " " + screen).isEmpty();
        assertThat(browser().overflow()).as(look + " " + screen).isNotPositive();
    }

    private static void signIn(String uin, String password) {
        browser().await(By.id("uin")).clear();
        browser().await(By.id("uin")).sendKeys(uin);
        browser().await(By.id("password")).sendKeys(password);
        send();
    }

    private static void choose(String password, String again) {
        browser().await(By.id("password")).sendKeys(password);
        browser().await(By.id("again")).sendKeys(again);
        send();
    }

    private static void send() {
        browser().press(browser().await(By.cssSelector("main button.first")).getText());
    }

    private static String uin(String name) {
        return Long.toString(console.uin(name));
    }

    @ParameterizedTest
    @CsvSource({
        "390, light, en", "390, dark, en", "390, light, zh", "390, dark, zh",
        "1280, light, en", "1280, dark, en", "1280, light, zh", "1280, dark, zh",
    })
    void every_screen_is_sound(int width, String theme, String language) {
        assumeTrue(shared.isPresent(), "no Chromium is here");
        boolean english = language.equals("en");
        look = width + "-" + theme + "-" + language;
        console.clock.advance(Duration.ofHours(2));
        browser().looks(width, theme);
        open("/console/prefer?lang=" + language + "&back=%2Fconsole%2Fsignin");
        seen("empty", english ? "Sign in" : "登录");
        signIn("not a number", "p");
        seen("no-uin", english ? "A UIN is a number" : "UIN 是不超过");
        signIn(uin("auditor"), "Wrong-horse-7");
        seen("wrong", english ? "is not right" : "密码不正确");
        for (int i = 0; i < 10; i++) {
            console.browser().guess(NOBODY, "Wrong-horse-7");
        }
        signIn(Long.toString(NOBODY), "Wrong-horse-7");
        seen("wait", english ? "Wait 30 seconds" : "请等待 30 秒");
        signIn(uin("stranger"), ServedConsole.PASSWORD);
        seen("no-role", english ? "has no role" : "没有角色");
        open("/console/signin/return?challenge=x");
        seen("expired", english ? "Begin again" : "请重新开始");
        signIn(uin("reset"), ServedConsole.PASSWORD);
        seen("choose", english ? "Choose your password" : "设置您的密码");
        choose("weak", "weak");
        seen("choose-weak", english ? "does not keep the rules" : "不符合上述规则");
        choose("Battery-staple-9", "Battery-staple-8");
        seen("choose-other", english ? "not what you typed above" : "与上面输入的不一致");
        open("/console/signin");
        signIn(uin("phone"), ServedConsole.PASSWORD);
        browser().awaitAddress("/challenge/");
        seen("challenge", "phone");
        open("/console/signin");
        signIn(uin("auditor"), ServedConsole.PASSWORD);
        open("/console/doctor");
        seen("role", english ? "Your role does not reach this" : "您的角色不能使用此功能");
        open("/console/nowhere");
        seen("nowhere", english ? "There is no such page" : "没有这个页面");
        browser().press(english ? "Sign out" : "退出");
        seen("out", english ? "You are signed out." : "您已退出。");
    }
}
