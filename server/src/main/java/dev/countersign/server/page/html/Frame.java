package dev.countersign.server.page.html;

import java.util.Optional;

/// What is around a screen.
///
/// @param words its language
/// @param token what each form carries to be believed; empty for none
/// @param watched an address that says when the page is out of date; empty when nothing is waited for
/// @param switched the page's own address, to see it in the other language; empty when it can't be
public record Frame(Words words, String token, Optional<String> watched, Optional<String> switched) {
    /// Around a page without forms.
    public static Frame plain(Words words) {
        return new Frame(words, "", Optional.empty(), Optional.empty());
    }
}
