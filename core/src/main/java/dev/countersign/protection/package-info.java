/// Which challenges guard login and sensitive operations.
///
/// **What it does not do.** It challenges nobody.
///
/// Start with [dev.countersign.protection.Protection].
@NullMarked
package dev.countersign.protection;

import org.jspecify.annotations.NullMarked;
