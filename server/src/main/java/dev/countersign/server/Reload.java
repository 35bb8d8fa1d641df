package dev.countersign.server;

import dev.countersign.server.carrier.Fleet;
import dev.countersign.server.config.ConfigurationRefused;
import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.Loaded.Effective;
import dev.countersign.server.http.HttpListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes a changed configuration hold while the server runs: carriers, routes and templates, and the TLS
/// files. What else was changed is named, and holds after a restart.
final class Reload {
    private static final List<String> HOT = List.of("carriers.", "routes.", "templates.", "delivery.inbox");

    private final HttpListener listener;
    private final Fleet fleet;
    private final Map<String, String> started;
    private final boolean tls;
    private final Supplier<Loaded> again;

    /// @param started what the server was started with
    /// @param again reads the configuration
    Reload(HttpListener listener, Fleet fleet, Loaded started, Supplier<Loaded> again) {
        this.listener = listener;
        this.fleet = fleet;
        this.started = cold(started);
        this.tls = started.configuration().tls().certificate().isPresent();
        this.again = again;
    }

    private static Map<String, String> cold(Loaded loaded) {
        return loaded.effective().stream()
                .filter(each -> HOT.stream().noneMatch(each.key()::startsWith))
                .collect(Collectors.toMap(Effective::key, Effective::value));
    }

    /// Reads everything again.
    ///
    /// @return what was done and what was not, a line each
    synchronized List<String> now() {
        List<String> lines = new ArrayList<>();
        if (tls) {
            lines.add(certificate());
        }
        try {
            Loaded next = again.get();
            next.configuration().requireServable();
            lines.add(told(fleet.apply(next.configuration().delivering()), next));
            next.warnings().forEach(warning -> lines.add("warning: " + warning));
            cold(next).forEach((key, value) -> {
                if (!value.equals(started.get(key))) {
                    lines.add(key + " was changed in the configuration; that holds after a restart");
                }
            });
        } catch (ConfigurationRefused refused) {
            lines.add("kept the present carriers, routes and templates: " + refused.getMessage());
        }
        return lines;
    }

    private String certificate() {
        try {
            listener.reloadTls();
            return "read the TLS files again";
        } catch (IllegalArgumentException unusable) {
            return "kept the present TLS files: " + unusable.getMessage();
        }
    }

    private static String told(Fleet.Changes changes, Loaded next) {
        return "read the configuration again: carriers kept " + names(changes.kept()) + ", new "
                + names(changes.made()) + ", replaced " + names(changes.replaced()) + ", closed "
                + names(changes.closed()) + "; "
                + next.configuration().delivering().routes().size() + " routes, "
                + next.configuration().plan().templates().size() + " templates";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(" ", names);
    }
}
