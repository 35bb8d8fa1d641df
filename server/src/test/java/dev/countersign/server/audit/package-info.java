/// Tests of what stands beside the audit.
@NullMarked
package dev.countersign.server.audit;

import org.jspecify.annotations.NullMarked;
