package dev.countersign.delivery.smtp;

import dev.countersign.delivery.Dispatch;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/// Whose fault it is that a mail was not taken (RFC 5321, 4.2; RFC 3463). Only a permanent "no" to the
/// recipient is the address's: a "no" to us, to our mail or for now may be a "yes" elsewhere or later.
final class SmtpErrors {
    /// The enhanced code, where a server says it after the reply code.
    private static final Pattern ENHANCED = Pattern.compile("\\A[0-9]{3}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");

    private SmtpErrors() {}

    static Dispatch of(MessagingException fault) {
        for (Exception at = fault;
                at != null;
                at = at instanceof MessagingException mail ? mail.getNextException() : null) {
            switch (at) {
                case SMTPAddressFailedException address -> {
                    return recipient(address.getReturnCode(), text(address));
                }
                case SMTPSenderFailedException sender -> {
                    return carrier(sender.getReturnCode(), text(sender));
                }
                case SMTPSendFailedException send -> {
                    return carrier(send.getReturnCode(), text(send));
                }
                case AuthenticationFailedException refused -> {
                    return new Dispatch.CarrierFault("login refused");
                }
                case MailConnectException unreachable -> {
                    return new Dispatch.CarrierFault("no connection");
                }
                case javax.net.ssl.SSLException untrusted -> {
                    return new Dispatch.CarrierFault("no trust in its certificate, or none in TLS");
                }
                case java.net.SocketTimeoutException late -> {
                    return new Dispatch.CarrierFault("no answer in time");
                }
                case java.io.IOException broken -> {
                    return new Dispatch.CarrierFault("connection broken");
                }
                default -> {}
            }
        }
        return new Dispatch.CarrierFault("server not usable");
    }

    private static String text(MessagingException fault) {
        return String.valueOf(fault.getMessage());
    }

    /// 5yz is for good; but 5.7.z is about us or our mail, 5.3.z and 5.4.z about systems on the way, and 503
    /// and 530 about the order of things.
    private static Dispatch recipient(int code, String text) {
        String enhanced = enhanced(text);
        boolean aboutUs = enhanced.startsWith("5.7.")
                || enhanced.startsWith("5.3.")
                || enhanced.startsWith("5.4.")
                || enhanced.startsWith("5.5.")
                || (enhanced.isEmpty() && (code == 503 || code == 530 || code == 554));
        return code >= 500 && code <= 599 && !aboutUs
                ? new Dispatch.DestinationFault(shown(code, enhanced))
                : new Dispatch.CarrierFault(shown(code, enhanced));
    }

    private static Dispatch carrier(int code, String text) {
        return code < 0
                ? new Dispatch.CarrierFault("connection broken")
                : new Dispatch.CarrierFault(shown(code, enhanced(text)));
    }

    private static String enhanced(String text) {
        Matcher matcher = ENHANCED.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String shown(int code, String enhanced) {
        return enhanced.isEmpty() ? "smtp " + code : "smtp " + code + " " + enhanced;
    }
}
