/// Tests of how the Doctor reads what is pasted.
@NullMarked
package dev.countersign.server.console.doctor;

import org.jspecify.annotations.NullMarked;
