package dev.countersign.server.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.countersign.value.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The system's Chromium, driven as a person would.
public final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AXE = "/axe.min.js";

    /// What drives it.
    public final ChromeDriver driver;

    /// @param profile an empty directory
    /// @param languages as in `Accept-Language`
    /// @param more further options of the browser's command line
    public Chromium(Path profile, boolean scripts, String languages, String... more) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.addArguments(more);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        languages,
                        "profile.managed_default_content_settings.javascript",
                        scripts ? 1 : 2));
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /// Whether this machine has it.
    public static boolean present() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /// Goes to an address.
    public Chromium open(String address) {
        driver.get(address);
        return this;
    }

    /// Waits for an element to be seen.
    public WebElement await(By what) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /// Waits for the address to hold this.
    public String awaitAddress(String part) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains(part));
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /// Presses the button that says this, and waits for the next page.
    public Chromium press(String text) {
        WebElement page = page();
        await(By.xpath("//button[normalize-space()=\"" + text + "\"]")).click();
        return awaitNext(page);
    }

    /// Types a code, presses Enter and waits for the next page.
    public Chromium type(String code) {
        WebElement page = page();
        WebElement field = await(By.id("code"));
        field.clear();
        field.sendKeys(code + "\n");
        return awaitNext(page);
    }

    private WebElement page() {
        return driver.findElement(By.tagName("html"));
    }

    /// Between two pages the driver throws whatever it was just doing.
    private Chromium awaitNext(WebElement old) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(now -> !now.findElement(By.tagName("html")).equals(old));
        return this;
    }

    /// What can be read.
    public String text() {
        return await(By.tagName("body")).getText();
    }

    /// Waits until this can be read.
    public Chromium reads(String part) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), part));
        return this;
    }

    /// Makes the window so wide, in light or dark.
    public Chromium looks(int width, String scheme) {
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /// How many pixels the page is wider than the window.
    public long overflow() {
        Object width = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) Objects.requireNonNull(width)).longValue();
    }

    /// What jumped since the page began to load, but for what somebody's click or key moved.
    public List<?> shifts() {
        Object moved = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const moved = [];
                new PerformanceObserver(list => list.getEntries().filter(one => !one.hadRecentInput)
                    .forEach(one => moved.push(one.value.toFixed(4) + ' ' + one.sources.map(each =>
                        (each.node?.id || each.node?.className || each.node?.nodeName) + ' ' + each.previousRect.y
                        + ' > ' + each.currentRect.y).join(', '))))
                    .observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
                """);
        return (List<?>) Objects.requireNonNull(moved);
    }

    /// What axe finds that is serious or critical.
    public List<?> barriers() {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(result => done(result.violations
                    .filter(one => one.impact === 'serious' || one.impact === 'critical')
                    .map(one => one.id + ': ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '))));
                """);
        return (List<?>) Objects.requireNonNull(found);
    }

    private static String axe() {
        try (InputStream found = Objects.requireNonNull(Chromium.class.getResourceAsStream(AXE), AXE)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What the QR picture on the page holds, as a phone's camera would read it.
    public String scanned() {
        try {
            byte[] png = await(By.tagName("svg")).getScreenshotAs(OutputType.BYTES);
            BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                    .getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReaderException unreadable) {
            throw new IllegalStateException("nobody can scan this", unreadable);
        }
    }

    /// The page as it looks.
    public Bytes picture() {
        return Bytes.of(driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
