package dev.countersign.server.console.html;

import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes screens as answers: whole pages that run and load only what this server has as files of their own, that no
/// other page can frame, and that nobody keeps.
public final class ConsolePages {
    private static final String TEMPLATES = "dev.countersign.server.page.template";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " frame-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String FOREIGN = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ConsolePages.class.getClassLoader(), TEMPLATES);

    /// A page.
    ///
    /// @param template the template below `console`, as `explorer/index`; its parameters are `shell` and `screen`
    /// @param screen what it shows
    public Response answer(int status, Shell shell, String template, Object screen) {
        String html = fragment(shell, template, screen);
        List<Map.Entry<String, String>> headers = new ArrayList<>(guards(POLICY));
        headers.add(Map.entry("Content-Language", shell.words().language().tag()));
        headers.add(Map.entry("Vary", "Accept-Language, Cookie"));
        return new Response(status, HTML, headers, Bytes.utf8(html), false);
    }

    /// A part of a page, for a script of ours to put in place: escaped as the whole is.
    ///
    /// @param template as for a page
    public String fragment(Shell shell, String template, Object screen) {
        StringOutput html = new StringOutput();
        templates.render("console/" + template + ".jte", Map.of("shell", shell, "screen", screen), html);
        return html.toString();
    }

    /// A page that only says something.
    ///
    /// @param key what about: the words `<key>.title` and `<key>.text`
    public Response say(int status, Shell shell, String key) {
        return answer(status, shell, "notice", new Notice(key));
    }

    /// What a page that only says something is about.
    public record Notice(String key) {}

    /// A document that somebody else wrote, as a mail is: for a frame in a page of ours and nowhere else.
    /// It looks as it was written, but for frames in it. It runs nothing, sends nothing, fetches nothing,
    /// connects to nobody, and knows nothing of the page around it.
    public static Response framed(String html) {
        return new Response(
                200,
                HTML,
                List.of(
                        Map.entry("Content-Security-Policy", FOREIGN),
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("X-Content-Type-Options", "nosniff"),
                        Map.entry("X-Frame-Options", "SAMEORIGIN"),
                        Map.entry("X-DNS-Prefetch-Control", "off"),
                        Map.entry("Referrer-Policy", "no-referrer"),
                        Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
                        Map.entry("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")),
                Bytes.utf8(Foreign.still(html)),
                false);
    }

    /// Sends the browser elsewhere, to be read there with GET.
    ///
    /// @param more further headers
    public static Response redirect(String address, List<Map.Entry<String, String>> more) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(guards(NOTHING));
        headers.add(Map.entry("Location", address));
        headers.addAll(more);
        return new Response(303, "", headers, Bytes.none(), false);
    }

    /// `same-origin`, not `no-referrer`: under the latter browsers send `Origin: null` with a form, and a form is
    /// believed by its Origin.
    private static List<Map.Entry<String, String>> guards(String policy) {
        return List.of(
                Map.entry("Content-Security-Policy", policy),
                Map.entry("Cache-Control", "no-store"),
                Map.entry("X-Content-Type-Options", "nosniff"),
                Map.entry("X-Frame-Options", "DENY"),
                Map.entry("Referrer-Policy", "same-origin"),
                Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
                Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
                Map.entry("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"));
    }
}
