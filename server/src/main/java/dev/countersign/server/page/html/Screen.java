package dev.countersign.server.page.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one page shows, in reading order. Every text is plain; the template escapes it.
///
/// @param title what this is about
/// @param said what the person should know
/// @param facts names and values: what is being confirmed
/// @param alert what went wrong, told at once by a screen reader
/// @param picture a QR picture
/// @param entries what can be typed
/// @param buttons what can be pressed
/// @param onward where else to go
public record Screen(
        String title,
        List<String> said,
        List<Fact> facts,
        Optional<Alert> alert,
        Optional<Picture> picture,
        List<Entry> entries,
        List<Button> buttons,
        Optional<Onward> onward) {
    /// What went wrong.
    ///
    /// @param text what is said
    /// @param typed whether it is about what was typed
    public record Alert(String text, boolean typed) {}

    /// A name and a value.
    public record Fact(String name, String value) {}

    /// A QR picture.
    ///
    /// @param about what it is, for who can't see it
    /// @param size how many modules it is wide, its quiet zone included
    /// @param path its dark modules, as an SVG path
    /// @param label what the groups are
    /// @param groups the same secret as text
    public record Picture(String about, int size, String path, String label, List<String> groups) {}

    /// A field for a code, with its button.
    ///
    /// @param id its id in the page
    /// @param action where it goes
    /// @param label what to type
    /// @param hint how
    /// @param button what the button says
    /// @param folded what to press to see it; empty when it is seen at once
    /// @param numeric whether it takes digits only
    public record Entry(
            String id,
            String action,
            String label,
            String hint,
            String button,
            Optional<String> folded,
            boolean numeric) {}

    /// A button.
    ///
    /// @param action where it goes
    /// @param text what it says
    /// @param weight how it looks: `first`, `second`, `quiet`
    /// @param name what it tells beside; empty for nothing
    /// @param value what of that
    public record Button(String action, String text, String weight, String name, String value) {}

    /// A link that leaves the page.
    ///
    /// @param address where it leads
    /// @param text what it says
    /// @param now whether the browser follows it by itself
    public record Onward(String address, String text, boolean now) {}

    /// Copies the lists.
    public Screen {
        said = List.copyOf(said);
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
        buttons = List.copyOf(buttons);
    }

    /// A screen that only says something.
    public static Screen of(String title, String... said) {
        return new Screen(
                title,
                List.of(said),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The same with facts.
    public Screen about(List<Fact> known) {
        return new Screen(title, said, known, alert, picture, entries, buttons, onward);
    }

    /// The same with something that went wrong, or nothing.
    public Screen alerting(Optional<Alert> wrong) {
        return new Screen(title, said, facts, wrong, picture, entries, buttons, onward);
    }

    /// The same with a picture.
    public Screen showing(Picture shown) {
        return new Screen(title, said, facts, alert, Optional.of(shown), entries, buttons, onward);
    }

    /// The same with one more field.
    public Screen with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Screen(title, said, facts, alert, picture, more, buttons, onward);
    }

    /// The same with one more button.
    public Screen with(Button button) {
        List<Button> more = new ArrayList<>(buttons);
        more.add(button);
        return new Screen(title, said, facts, alert, picture, entries, more, onward);
    }

    /// The same with a link.
    public Screen with(Onward link) {
        return new Screen(title, said, facts, alert, picture, entries, buttons, Optional.of(link));
    }
}
