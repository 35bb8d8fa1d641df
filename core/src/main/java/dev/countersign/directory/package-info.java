/// The users of a tenant and their access keys, as administrators manage them.
///
/// **What it does not do.** It decides no permission (that is looked at before a call gets here), proves no
/// number or address (what an administrator asserts counts as bound), and knows no wire.
///
/// Start with [dev.countersign.directory.Users].
@NullMarked
package dev.countersign.directory;

import org.jspecify.annotations.NullMarked;
