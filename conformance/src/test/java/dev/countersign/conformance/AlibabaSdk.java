package dev.countersign.conformance;

import com.tencentcloudapi.common.Credential;
import java.util.Map;

/// One way in which an official SDK of the vendor for Java sends a call of an RPC product.
interface AlibabaSdk {
    /// Calls an action.
    ///
    /// @param port of 127.0.0.1
    /// @param key whose call it is
    /// @return the fields of the answer; texts, and maps and lists of them
    /// @throws Shown when the SDK shows an error
    Map<String, ?> call(int port, Credential key, Target target, Map<String, String> parameters) throws Shown;

    /// What is called.
    ///
    /// @param action its name
    /// @param version of its product
    record Target(String action, String version) {
        /// An action of cams.
        static Target cams(String action) {
            return new Target(action, "2020-06-06");
        }
    }

    /// An error as an SDK shows it to its user.
    final class Shown extends Exception {
        private static final long serialVersionUID = 1;

        private final String code;
        private final String text;
        private final transient Map<String, ?> denied;

        /// @param code the error code
        /// @param text the message
        /// @param denied the detail of a denial; empty where there is none
        Shown(String code, String text, Map<String, ?> denied) {
            super(code + ": " + text);
            this.code = code;
            this.text = text;
            this.denied = denied;
        }

        String code() {
            return code;
        }

        String text() {
            return text;
        }

        Map<String, ?> denied() {
            return denied;
        }
    }
}
