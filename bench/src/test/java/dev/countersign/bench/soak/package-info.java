/// The soak in short, and what it would find.
@NullMarked
package dev.countersign.bench.soak;

import org.jspecify.annotations.NullMarked;
