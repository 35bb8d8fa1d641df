/// The console, over HTTP and in a real Chromium.
@org.jspecify.annotations.NullMarked
package dev.countersign.server.console;
