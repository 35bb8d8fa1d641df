package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Dialect.Manner;

/// How an answer is written: in JSON or XML, and in the words of one signature version or the other.
enum Shape {
    /// Version 1, JSON.
    RPC_JSON,
    /// Version 1, XML: what that version gets when it asks for nothing.
    RPC_XML,
    /// Version 3, JSON: what that version gets when it asks for nothing.
    ACS3_JSON,
    /// Version 3, XML.
    ACS3_XML;

    static Shape of(boolean rpc, boolean xml) {
        if (rpc) {
            return xml ? RPC_XML : RPC_JSON;
        }
        return xml ? ACS3_XML : ACS3_JSON;
    }

    static Shape of(Manner manner) {
        return manner.form().isEmpty() ? ACS3_JSON : valueOf(manner.form());
    }

    boolean rpc() {
        return this == RPC_JSON || this == RPC_XML;
    }

    boolean xml() {
        return this == RPC_XML || this == ACS3_XML;
    }
}
