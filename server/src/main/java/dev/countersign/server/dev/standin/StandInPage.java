package dev.countersign.server.dev.standin;

import dev.countersign.gateway.wire.Response;
import java.util.Map;

/// One stand-in's page.
interface StandInPage {
    /// Its path.
    String path();

    /// Shows it.
    ///
    /// @param query the parameters of the address
    /// @param referer the page of ours that the browser came from; empty for none
    Response show(Map<String, String> query, String referer);

    /// Takes what was pressed.
    ///
    /// @param query the parameters of the address
    /// @param pressed the button's word
    Response press(Map<String, String> query, String pressed);
}
