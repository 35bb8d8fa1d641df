package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.delivery.Inbox.Origin;
import dev.countersign.value.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The inbox, and what is known beside it about each message.
///
/// @param inbox where messages are kept
/// @param actions where the Explorer shows an action, by its full name
public record Mailbox(Inbox inbox, Map<String, String> actions) {
    /// Copies the map.
    public Mailbox {
        actions = Map.copyOf(actions);
    }

    /// Messages as they are shown at a time of the virtual clock.
    List<Letter> letters(List<Kept> many, Instant now) {
        Map<String, Origin> origins =
                inbox.origins(many.stream().map(Kept::id).collect(Collectors.toUnmodifiableSet()));
        return many.stream()
                .map(kept -> Letter.of(kept, Optional.ofNullable(origins.get(kept.id())), action(kept), now))
                .toList();
    }

    private String action(Kept kept) {
        return kept.ties()
                .cause()
                .map(Cause::action)
                .map(action -> actions.getOrDefault(action, ""))
                .orElse("");
    }
}
