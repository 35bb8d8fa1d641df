package dev.countersign.delivery.smpp;

import org.jsmpp.SMPPConstant;

/// What a `command_status` other than 0 means for the message that it answers (SMPP 3.4, 5.1.3).
final class SmppErrors {
    private SmppErrors() {}

    /// Whose fault a status is.
    enum Fault {
        /// No such number: no try and no other carrier helps.
        NUMBER,
        /// Too much at a time: the same message will do later.
        BUSY,
        /// The session can't be used any more; the carrier's fault, and it has to be bound again.
        SESSION,
        /// Everything else: the carrier's, its configuration's or ours. Another carrier may do.
        CARRIER
    }

    /// Whose fault it is. Only what can have no other cause counts as the number's: a code of a vendor's own
    /// (0x400 and above) and "submit failed" say nothing certain, and a message given up by mistake is lost, while
    /// one tried again by mistake costs a try.
    static Fault of(int status) {
        return switch (status) {
            // The destination's digits are no number that the carrier knows.
            case SMPPConstant.STAT_ESME_RINVDSTADR -> Fault.NUMBER;

            // The rate, or the queue for this account or this number.
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> Fault.BUSY;

            // It does not take us for bound, or not for sending.
            case SMPPConstant.STAT_ESME_RINVBNDSTS -> Fault.SESSION;

            // A type of number, sender, coding, expiry or TLV that it does not take is a matter of configuration;
            // a prohibited or unavailable service is one of the account.
            default -> Fault.CARRIER;
        };
    }

    /// The status as it is recorded: its name where an operator would look it up, else its number.
    static String word(int status) {
        String name = switch (status) {
            case SMPPConstant.STAT_ESME_RINVMSGLEN -> "ESME_RINVMSGLEN";
            case SMPPConstant.STAT_ESME_RINVCMDLEN -> "ESME_RINVCMDLEN";
            case SMPPConstant.STAT_ESME_RINVCMDID -> "ESME_RINVCMDID";
            case SMPPConstant.STAT_ESME_RINVBNDSTS -> "ESME_RINVBNDSTS";
            case SMPPConstant.STAT_ESME_RALYBND -> "ESME_RALYBND";
            case SMPPConstant.STAT_ESME_RSYSERR -> "ESME_RSYSERR";
            case SMPPConstant.STAT_ESME_RINVSRCADR -> "ESME_RINVSRCADR";
            case SMPPConstant.STAT_ESME_RINVDSTADR -> "ESME_RINVDSTADR";
            case SMPPConstant.STAT_ESME_RBINDFAIL -> "ESME_RBINDFAIL";
            case SMPPConstant.STAT_ESME_RINVPASWD -> "ESME_RINVPASWD";
            case SMPPConstant.STAT_ESME_RINVSYSID -> "ESME_RINVSYSID";
            case SMPPConstant.STAT_ESME_RMSGQFUL -> "ESME_RMSGQFUL";
            case SMPPConstant.STAT_ESME_RINVESMCLASS -> "ESME_RINVESMCLASS";
            case SMPPConstant.STAT_ESME_RSUBMITFAIL -> "ESME_RSUBMITFAIL";
            case SMPPConstant.STAT_ESME_RINVSRCTON -> "ESME_RINVSRCTON";
            case SMPPConstant.STAT_ESME_RINVDSTTON -> "ESME_RINVDSTTON";
            case SMPPConstant.STAT_ESME_RTHROTTLED -> "ESME_RTHROTTLED";
            case SMPPConstant.STAT_ESME_RINVEXPIRY -> "ESME_RINVEXPIRY";
            case SMPPConstant.STAT_ESME_RX_T_APPN -> "ESME_RX_T_APPN";
            case SMPPConstant.STAT_ESME_RUNKNOWNERR -> "ESME_RUNKNOWNERR";
            case SMPPConstant.STAT_ESME_RPROHIBITED -> "ESME_RPROHIBITED";
            default -> "";
        };
        String number = "0x%08x".formatted(status);
        return name.isEmpty() ? number : name + " " + number;
    }
}
