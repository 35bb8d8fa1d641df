/// Tests of the sockets: bytes in, bytes out.
///
/// **What it does not do.** It asks no client library: what a library would never send is the point.
@NullMarked
package dev.countersign.server.http;

import org.jspecify.annotations.NullMarked;
