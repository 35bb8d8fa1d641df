package dev.countersign.delivery.smpp;

import java.math.BigInteger;

/// Makes the ids of answers and of receipts comparable: message centres answer `1A2B` and report `6699`.
///
/// @param receipts how each is written
record MessageIds(SmppSettings.Receipts receipts) {
    private static final int DECIMAL = 10;
    private static final int HEX = 16;

    /// An id as `submit_sm_resp` and `receipted_message_id` write it.
    String answered(String id) {
        return normal(id, receipts.answered());
    }

    /// An id as the text of a receipt writes it.
    String reported(String id) {
        return normal(id, receipts.reported());
    }

    /// A number in decimal digits without leading zeros; what is no number stays as it is.
    private static String normal(String id, SmppSettings.IdForm form) {
        return switch (form) {
            case TEXT -> id;
            case HEX -> id.matches("[0-9A-Fa-f]{1,64}") ? new BigInteger(id, HEX).toString() : id;
            case DECIMAL -> id.matches("[0-9]{1,64}") ? new BigInteger(id, DECIMAL).toString() : id;
        };
    }
}
