package dev.countersign.delivery.smtp;

import dev.countersign.delivery.Message;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/// A mail as it travels, in ASCII: the text and its HTML form as alternatives (RFC 2046, 5.1.4). Everything
/// that came from elsewhere is base64, an encoded word, or free of what ends a line, so that no value adds a
/// header.
final class Letter {
    private static final String BOUNDARY = "=_countersign_=";

    private final String greeting;
    private final MailAddress from;

    /// @param greeting the host that message ids end with
    /// @param from the address that mails come from
    Letter(String greeting, MailAddress from) {
        this.greeting = greeting;
        this.from = from;
    }

    /// The id of a message's mail, the same at every hand-over, so that a mailbox can tell a second one.
    String messageId(Message message) {
        return "<" + message.id().replaceAll("[^A-Za-z0-9._-]", "-") + "@" + greeting + ">";
    }

    /// The whole mail.
    String of(Message message, Instant now) {
        Script script = Script.of(message);
        StringBuilder out = new StringBuilder(2048);
        header(out, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        header(out, "From", sender(message.from()));
        header(out, "To", recipient(message));
        header(out, "Message-ID", messageId(message));
        header(out, "Subject", encoded(message.written().subject()));
        // RFC 3834: neither a holiday notice nor another robot shall answer.
        header(out, "Auto-Submitted", "auto-generated");
        header(out, "X-Auto-Response-Suppress", "All");
        header(out, "Content-Language", script.language());
        header(out, "MIME-Version", "1.0");
        header(out, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        out.append("\r\n");
        part(out, "text/plain", message.text());
        part(out, "text/html", Page.of(message, script));
        return out.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void header(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append("\r\n");
    }

    /// Base64 has neither `=` in front nor `_`: the boundary can't occur in it.
    private static void part(StringBuilder out, String type, String content) {
        out.append("--").append(BOUNDARY).append("\r\n");
        header(out, "Content-Type", type + "; charset=utf-8");
        header(out, "Content-Transfer-Encoding", "base64");
        out.append("\r\n")
                .append(Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                .append("\r\n");
    }

    private String sender(String name) {
        try {
            return new InternetAddress(from.canonical(), oneLine(name), "UTF-8").toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("a Java without UTF-8", impossible);
        }
    }

    private static String recipient(Message message) {
        return switch (message.to()) {
            case MailAddress mail -> mail.canonical();
            case PhoneNumber phone -> throw new IllegalArgumentException("a mail goes to an address");
        };
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.fold(9, MimeUtility.encodeText(oneLine(text), "UTF-8", "B"));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("a Java without UTF-8", impossible);
        }
    }

    /// With a blank for whatever controls, the ends of lines among it.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
