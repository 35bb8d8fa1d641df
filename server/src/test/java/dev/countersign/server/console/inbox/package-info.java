/// Parts of the inbox's room, alone.
@org.jspecify.annotations.NullMarked
package dev.countersign.server.console.inbox;
