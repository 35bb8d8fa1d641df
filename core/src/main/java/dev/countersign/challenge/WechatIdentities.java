package dev.countersign.challenge;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.WechatProvider.Identity;

/// Who principals are at WeChat.
public interface WechatIdentities {
    /// Whether a principal is this somebody.
    Match compare(long tenant, long principal, Identity identity);

    /// Binds a principal to somebody at WeChat, in place of whom it was bound to.
    void bind(long tenant, long principal, Identity identity, AuditEntry entry);

    /// What a comparison says.
    enum Match {
        /// The principal is this somebody.
        SAME,
        /// It is somebody else.
        ANOTHER,
        /// Nobody knows who it is.
        UNKNOWN
    }
}
