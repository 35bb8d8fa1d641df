package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/// A site with guards in front of some of its paths.
public final class GuardedSite implements Site {
    private final Site behind;
    private final Guards guards;
    private final Predicate<String> guarded;

    /// @param behind what is guarded
    /// @param guards who gets through
    /// @param guarded which paths have guards, as sent; see [#below]
    public GuardedSite(Site behind, Guards guards, Predicate<String> guarded) {
        this.behind = behind;
        this.guards = guards;
        this.guarded = guarded;
    }

    /// The paths that are one of these or stand below it. A path counts by what it means, so that `/%76%31` is
    /// `/v1`; one that can't be decoded counts too.
    ///
    /// @param roots as `/v1`
    public static Predicate<String> below(String... roots) {
        List<String> all = List.of(roots);
        return path -> {
            if (path.equals("/")) {
                return false; // what the clouds' wires use: not worth decoding
            }
            try {
                String meant = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
                return all.stream().anyMatch(root -> meant.equals(root) || meant.startsWith(root + "/"));
            } catch (IllegalArgumentException broken) {
                return true;
            }
        };
    }

    @Override
    public boolean serves(Request request) {
        return behind.serves(request);
    }

    @Override
    public Response answer(Request request) {
        if (!guarded.test(request.path())) {
            return behind.answer(request);
        }
        return guards.refuse(request).map(Problem::response).orElseGet(() -> behind.answer(request));
    }
}
