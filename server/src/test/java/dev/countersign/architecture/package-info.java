/// What keeps the tree in shape: rules over the compiled classes, and over the text of the repository.
///
/// **What it does not do.** It judges no style that the formatter, the compiler or a reader can judge better.
///
/// Start with [dev.countersign.architecture.Rules]. `planted` holds a small wrong tree that every rule must catch.
@NullMarked
package dev.countersign.architecture;

import org.jspecify.annotations.NullMarked;
