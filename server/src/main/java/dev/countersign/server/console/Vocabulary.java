package dev.countersign.server.console;

import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is said in a language: the frame's own words, and these with the words of each room.
///
/// @param frame what is said around every screen
/// @param rooms what is said in a room, by its name
record Vocabulary(Words frame, Map<String, Words> rooms) {
    static Vocabulary of(Language language, List<Room> rooms) {
        Words frame = Words.of(language, ConsolePages.class);
        return new Vocabulary(
                frame,
                rooms.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Room::name, room -> frame.with(Words.of(language, room.getClass())))));
    }

    /// What is said in a room, also in one that there is not.
    Words in(String room) {
        return rooms.getOrDefault(room, frame);
    }

    /// What the navigation calls a room.
    String name(Room room) {
        return in(room.name()).say("room." + room.name());
    }
}
