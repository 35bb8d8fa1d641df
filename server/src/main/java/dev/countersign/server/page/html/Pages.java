package dev.countersign.server.page.html;

import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes screens as answers: whole pages that load nothing, that no other page can frame, and that nobody keeps.
public final class Pages {
    private static final String TEMPLATES = "dev.countersign.server.page.template";
    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine templates;
    private final Map<Language, Words> words = new EnumMap<>(Language.class);
    private final String style = read("page.css");
    private final String script = read("page.js");

    /// Reads templates, words, style and script.
    public Pages() {
        this.templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
        for (Language language : Language.values()) {
            words.put(language, Words.of(language));
        }
    }

    /// What a template is given.
    ///
    /// @param style the style sheet
    /// @param script the script of a page that waits
    public record Sheet(Frame frame, Screen screen, String style, String script) {}

    /// The words of a language.
    public Words words(Language language) {
        Words found = words.get(language);
        if (found == null) {
            throw new IllegalStateException("no words are in " + language);
        }
        return found;
    }

    /// A page.
    ///
    /// @param targets addresses whose origins a form's answer may redirect to, beside our own
    /// @param more further headers
    public Response answer(
            int status, Frame frame, Screen screen, List<String> targets, List<Map.Entry<String, String>> more) {
        StringOutput html = new StringOutput();
        templates.render("page.jte", new Sheet(frame, screen, style, script), html);
        List<Map.Entry<String, String>> headers = new ArrayList<>(guards(policy(frame, targets)));
        headers.add(Map.entry("Content-Language", frame.words().language().tag()));
        headers.add(Map.entry("Vary", "Accept-Language, Cookie"));
        headers.addAll(more);
        return new Response(status, HTML, headers, Bytes.utf8(html.toString()), false);
    }

    /// Sends the browser elsewhere, to be read there with GET.
    public static Response redirect(String address, List<Map.Entry<String, String>> more) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(guards("default-src 'none'; frame-ancestors 'none'"));
        headers.add(Map.entry("Location", address));
        headers.addAll(more);
        return new Response(303, "", headers, Bytes.none(), false);
    }

    /// A word for the script of a page that waits.
    public static Response word(String word, List<Map.Entry<String, String>> more) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(guards("default-src 'none'; frame-ancestors 'none'"));
        headers.addAll(more);
        return new Response(200, "text/plain; charset=utf-8", headers, Bytes.utf8(word), false);
    }

    /// Chromium holds every hop of the redirects after a form against `form-action`, so that it names where an
    /// application's own answer may lead as well.
    private String policy(Frame frame, List<String> targets) {
        String waiting = frame.watched().isPresent() ? "; script-src '" + hash(script) + "'; connect-src 'self'" : "";
        return "default-src 'none'; style-src '" + hash(style) + "'" + waiting
                + "; form-action 'self'"
                + String.join(
                        "",
                        Targets.origins(targets).stream().map(one -> " " + one).toList())
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    /// `same-origin`, not `no-referrer`: under the latter browsers send `Origin: null` with a form, and a form is
    /// believed by its Origin. Nothing is told to another origin by either.
    private static List<Map.Entry<String, String>> guards(String policy) {
        return List.of(
                Map.entry("Content-Security-Policy", policy),
                Map.entry("Cache-Control", "no-store"),
                Map.entry("X-Content-Type-Options", "nosniff"),
                Map.entry("X-Frame-Options", "DENY"),
                Map.entry("Referrer-Policy", "same-origin"),
                Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
                Map.entry("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    private static String read(String name) {
        try (InputStream found = Pages.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
