/// Tests of what an operator is told of templates.
@NullMarked
package dev.countersign.server.template;

import org.jspecify.annotations.NullMarked;
