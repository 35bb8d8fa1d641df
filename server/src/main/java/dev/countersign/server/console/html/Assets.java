package dev.countersign.server.console.html;

import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The console's style sheet, scripts and pictures. Their address holds a digest of all of them, so that a browser
/// keeps them for good and still never sees an old one.
public final class Assets {
    /// Each file with its type. Whoever adds one adds a line.
    private static final Map<String, String> TYPES = Map.of(
            "console.css", "text/css; charset=utf-8",
            "explorer.css", "text/css; charset=utf-8",
            "inbox.css", "text/css; charset=utf-8",
            "doctor.css", "text/css; charset=utf-8",
            "console.js", "text/javascript; charset=utf-8",
            "explorer.js", "text/javascript; charset=utf-8",
            "inbox.js", "text/javascript; charset=utf-8",
            "mark.svg", "image/svg+xml");

    private static final int DIGITS = 12;

    private final Map<String, Bytes> files = new LinkedHashMap<>();
    private final String root;

    /// Reads them all.
    public Assets() {
        TYPES.keySet().stream().sorted().forEach(name -> files.put(name, read(name)));
        this.root = "/console/assets/" + digest(files);
    }

    /// Where they are, without a slash at the end.
    public String root() {
        return root;
    }

    /// The bytes of each, by name.
    public Map<String, Bytes> files() {
        return Map.copyOf(files);
    }

    /// The file at a path; empty when there is none.
    public Optional<Response> answer(String path) {
        int name = path.lastIndexOf('/') + 1;
        return path.startsWith(root + "/")
                ? Optional.ofNullable(files.get(path.substring(name))).map(file -> file(path.substring(name), file))
                : Optional.empty();
    }

    private static Response file(String name, Bytes content) {
        return new Response(
                200,
                TYPES.getOrDefault(name, "application/octet-stream"),
                List.of(
                        Map.entry("Cache-Control", "public, max-age=31536000, immutable"),
                        Map.entry("X-Content-Type-Options", "nosniff"),
                        Map.entry("Content-Security-Policy", "default-src 'none'"),
                        Map.entry("Cross-Origin-Resource-Policy", "same-origin")),
                content,
                false);
    }

    private static Bytes read(String name) {
        try (InputStream found = Assets.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return Bytes.of(found.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(Map<String, Bytes> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.toArray()));
            return Bytes.of(digest.digest()).toHex().substring(0, DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}
