package dev.countersign.challenge;

import java.util.Optional;

/// WeChat, as OAuth 2.0 has it: somewhere to send the browser, and somewhere to exchange the code that it brings.
public interface WechatProvider {
    /// Where the browser goes to scan.
    ///
    /// @param returnTo our own address that WeChat sends it back to, with `code` and `state`
    /// @param state what it must bring back
    String authorize(String returnTo, String state);

    /// Asks whose code this is; a code is good once.
    ///
    /// @return nobody, when WeChat does not accept it or does not answer
    Optional<Identity> exchange(String code);

    /// Somebody at WeChat.
    ///
    /// @param openid who it is, for this application
    /// @param unionid who it is, for all applications of one owner; empty when WeChat does not say
    record Identity(String openid, Optional<String> unionid) {}
}
