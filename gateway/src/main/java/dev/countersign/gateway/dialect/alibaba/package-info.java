/// Alibaba Cloud's RPC style as it is spoken on the wire: recognising it, reading it in its two signature versions,
/// checking signatures, and answering in JSON or XML with the status that belongs to each code.
///
/// **What it does not do.** It knows no product, compares no clock, looks up no key and remembers no nonce: a call
/// that it read is believed only once the gateway has gone through its claim. Requests in XML don't exist. The SM3,
/// RSA and V4 schemes are refused by name, and so are bearer tokens unless the installation takes them; a scheme is
/// added in [dev.countersign.gateway.dialect.alibaba.Acs3Reader].
///
/// Start with [dev.countersign.gateway.dialect.alibaba.AlibabaDialect].
@NullMarked
package dev.countersign.gateway.dialect.alibaba;

import org.jspecify.annotations.NullMarked;
