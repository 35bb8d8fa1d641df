/// Asks WeChat who scanned.
///
/// **What it does not do.** It knows no principal: whether that somebody is the right one is `core`'s.
///
/// Start with [dev.countersign.server.wechat.HttpWechat].
@NullMarked
package dev.countersign.server.wechat;

import org.jspecify.annotations.NullMarked;
