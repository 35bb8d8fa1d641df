/// The pages of challenges, over HTTP and in a real Chromium.
@org.jspecify.annotations.NullMarked
package dev.countersign.server.page;
