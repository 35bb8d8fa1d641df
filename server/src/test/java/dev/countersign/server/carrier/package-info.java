/// Tests of the carriers that a configuration describes.
@NullMarked
package dev.countersign.server.carrier;

import org.jspecify.annotations.NullMarked;
