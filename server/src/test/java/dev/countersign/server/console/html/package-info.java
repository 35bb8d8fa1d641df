/// Parts of the door, alone.
@org.jspecify.annotations.NullMarked
package dev.countersign.server.console.html;
