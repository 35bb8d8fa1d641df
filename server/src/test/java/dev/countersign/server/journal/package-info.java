/// Tests of the request journal.
@NullMarked
package dev.countersign.server.journal;

import org.jspecify.annotations.NullMarked;
