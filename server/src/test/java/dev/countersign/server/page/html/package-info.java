/// What a person reads.
@org.jspecify.annotations.NullMarked
package dev.countersign.server.page.html;
