package dev.countersign.server.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.Chromium;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/// A dev world with its console in a real Chromium, for the tests of one room.
abstract class ConsoleBrowsing {
    @TempDir
    static Path directory;

    static ConsoleWorld world;
    private static Optional<Chromium> shared = Optional.empty();

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory.resolve("world"));
        shared = Chromium.present()
                ? Optional.of(new Chromium(directory.resolve("profile"), true, "en-GB,en"))
                : Optional.empty();
    }

    @AfterAll
    static void stop() {
        shared.ifPresent(Chromium::close);
        world.close();
    }

    @BeforeEach
    void needs_a_browser() {
        assumeTrue(shared.isPresent(), "no Chromium is here");
        browser().looks(1280, "light");
    }

    static Chromium browser() {
        return shared.orElseThrow();
    }

    static Chromium open(String path) {
        return browser().open(world.base() + path);
    }

    static WebElement element(String css) {
        return browser().await(By.cssSelector(css));
    }

    static void type(String css, String text) {
        WebElement field = element(css);
        field.clear();
        field.sendKeys(text);
    }
}
