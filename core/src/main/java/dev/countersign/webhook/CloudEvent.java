package dev.countersign.webhook;

import dev.countersign.value.Bytes;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// An event in the structured mode of CloudEvents 1.0: one JSON object, the same bytes whenever it is written.
/// Source: CloudEvents 1.0.2, "JSON Event Format".
public final class CloudEvent {
    /// The media type of the structured mode.
    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private final StringBuilder out = new StringBuilder(512);

    private CloudEvent() {}

    /// Writes an event.
    public static Bytes of(Event event) {
        CloudEvent writer = new CloudEvent();
        writer.event(event);
        return Bytes.utf8(writer.out.toString());
    }

    private void event(Event event) {
        out.append('{');
        member("specversion", "1.0");
        member("id", event.id());
        member("source", event.source());
        member("type", event.type().word());
        member("subject", event.subject());
        member("time", event.at().truncatedTo(ChronoUnit.MILLIS).toString());
        member("datacontenttype", "application/json");
        name("data");
        data(event.data());
        out.append('}');
    }

    private void data(Event.Data data) {
        out.append('{');
        data.verification().ifPresent(id -> member("verification", id));
        data.message().ifPresent(id -> member("message", id));
        member("purpose", data.purpose());
        member("channel", data.channel());
        data.to().ifPresent(masked -> member("to", masked));
        data.principal().ifPresent(uin -> {
            name("principal");
            out.append(uin.longValue());
        });
        data.carrier().ifPresent(name -> member("carrier", name));
        data.error().ifPresent(word -> member("error", word));
        out.append('}');
    }

    private void member(String name, String value) {
        name(name);
        text(value);
    }

    private void name(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        text(name);
        out.append(':');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
