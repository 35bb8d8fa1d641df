/// A partner's customers: accounts that a partner creates, each a tenant of its own.
///
/// **What it does not do.** It checks no formats of a wire (the action does) and issues no codes.
///
/// Start with [Customers].
@NullMarked
package dev.countersign.customer;

import org.jspecify.annotations.NullMarked;
