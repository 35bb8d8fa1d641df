package dev.countersign.server.console.html;

import dev.countersign.gateway.codec.Form;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around a screen.
///
/// @param words what is said, in the visitor's language
/// @param rooms what the navigation leads to
/// @param theme `light` or `dark` for who chose one, `auto` for who follows the system
/// @param assets where style sheet and scripts are, without a slash at the end
/// @param here the address of this screen, to come back to it in another language or theme
/// @param guest who looks
public record Shell(Words words, List<Link> rooms, String theme, String assets, String here, Guest guest) {
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
        return new Shell(words, rooms, theme, assets, address, guest);
    }

    /// The same for somebody.
    ///
    /// @param open what the navigation leads them to
    public Shell of(List<Link> open, Guest who) {
        return new Shell(words, open, theme, assets, here, who);
    }

    /// What language a text of the reference or of a wire is in, where that is not the page's: those are in English as
    /// long as nobody wrote them in Chinese.
    ///
    /// @return a tag for `lang`; null for the page's own language
    public @Nullable String foreign(String text) {
        boolean chinese = text.codePoints().anyMatch(one -> UnicodeScript.of(one) == UnicodeScript.HAN);
        Language written = chinese ? Language.ZH : Language.EN;
        return text.isEmpty() || written == words.language() ? null : written.tag();
    }

    /// Where this screen is seen in the other language.
    public String otherLanguage() {
        return prefer("lang", words.language().other().tag());
    }

    /// The themes that the switch can change to: from the system's to the one that the system has not, which only the
    /// browser knows, so that its style sheet shows one of both; from a chosen one to the next.
    public List<String> otherThemes() {
        return switch (theme) {
            case "dark" -> List.of("light");
            case "light" -> List.of("auto");
            default -> List.of("dark", "light");
        };
    }

    /// Where this screen is seen in a theme.
    public String in(String other) {
        return prefer("theme", other);
    }

    private String prefer(String what, String value) {
        return "/console/prefer?" + what + "=" + value + "&back=" + Form.encoded(here);
    }
}
