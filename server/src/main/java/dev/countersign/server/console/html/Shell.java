package dev.countersign.server.console.html;

import dev.countersign.gateway.codec.Form;
import dev.countersign.server.page.html.Words;
import java.util.List;

/// What stands around a screen.
///
/// @param words what is said, in the visitor's language
/// @param rooms what the navigation leads to
/// @param theme `light` or `dark` for who chose one, `auto` for who follows the system
/// @param assets where style sheet and scripts are, without a slash at the end
/// @param here the address of this screen, to come back to it in another language or theme
public record Shell(Words words, List<Link> rooms, String theme, String assets, String here) {
    /// Copies the rooms.
    public Shell {
        rooms = List.copyOf(rooms);
    }

    /// A room in the navigation.
    ///
    /// @param current whether this screen is in it
    public record Link(String address, String text, Icon icon, boolean current) {}

    /// The same around a screen that has another address, as one that a form asked for has.
    public Shell at(String address) {
        return new Shell(words, rooms, theme, assets, address);
    }

    /// Where this screen is seen in the other language.
    public String otherLanguage() {
        return prefer("lang", words.language().other().tag());
    }

    /// The theme that the switch changes to: from the system's to dark, from dark to light, and back.
    public String nextTheme() {
        return switch (theme) {
            case "dark" -> "light";
            case "light" -> "auto";
            default -> "dark";
        };
    }

    /// Where this screen is seen in the next theme.
    public String otherTheme() {
        return prefer("theme", nextTheme());
    }

    private String prefer(String what, String value) {
        return "/console/prefer?" + what + "=" + value + "&back=" + Form.encoded(here);
    }
}
