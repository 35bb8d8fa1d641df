package dev.countersign.challenge;

/// Who principals are at WeChat.
@FunctionalInterface
public interface WechatIdentities {
    /// Whether a principal is this somebody. Never true of a principal that is bound to nobody.
    boolean same(long tenant, long principal, WechatProvider.Identity identity);
}
