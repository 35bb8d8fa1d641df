package dev.countersign.server.console.explorer;

import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Icon;

/// `/console/explorer`: finds an action, explains it, and calls it.
public final class ExplorerRoom implements Room {
    private final Catalogue catalogue;
    private final Workbench workbench;
    private final ConsolePages pages;

    /// @param catalogue the actions that run
    /// @param workbench makes calls and code of forms
    /// @param pages writes pages
    public ExplorerRoom(Catalogue catalogue, Workbench workbench, ConsolePages pages) {
        this.catalogue = catalogue;
        this.workbench = workbench;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "explorer";
    }

    @Override
    public Icon icon() {
        return Icon.COMPASS;
    }

    @Override
    public Response answer(Visit visit) {
        if (visit.path().isEmpty()) {
            return pages.answer(200, visit.shell(), "explorer/index", IndexScreen.of(visit.value("q"), catalogue));
        }
        return catalogue
                .find(visit.path())
                .map(entry -> {
                    ActionScreen screen = workbench.screen(entry, visit);
                    return pages.answer(200, visit.shell().at(screen.link()), "explorer/action", screen);
                })
                .orElseGet(() -> pages.say(404, visit.shell(), "unknown"));
    }
}
