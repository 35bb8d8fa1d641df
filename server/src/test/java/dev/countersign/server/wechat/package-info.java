/// Tests of the WeChat client.
@NullMarked
package dev.countersign.server.wechat;

import org.jspecify.annotations.NullMarked;
