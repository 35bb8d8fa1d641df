package dev.countersign.server.dev;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Inbox.Kept;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Nearest;
import dev.countersign.server.dev.exchange.Query;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.server.dev.exchange.Span;
import dev.countersign.value.Cause;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// `/dev/messages`: GET reads the inbox, newest first, and can wait for a message; DELETE clears it.
public final class MessagesCall implements DevCall {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::word).toList();

    private final Inbox inbox;
    private final Predicate<String> holds;
    private final MessageBell bell;

    /// @param inbox where messages are kept
    /// @param holds whether the inbox has a message of that id
    /// @param bell rings when one arrives
    public MessagesCall(Inbox inbox, Predicate<String> holds, MessageBell bell) {
        this.inbox = inbox;
        this.holds = holds;
        this.bell = bell;
    }

    @Override
    public String path() {
        return "/dev/messages";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::find, "DELETE", this::clear);
    }

    private Value find(Asked asked) {
        Query query = asked.query("to", "channel", "after", "wait", "limit");
        Inbox.Query wanted = new Inbox.Query(
                query.value("to").map(to -> Recipient.of(to, "to").text()),
                query.value("channel").map(MessagesCall::channel),
                query.value("after").map(this::known),
                query.value("limit").map(MessagesCall::limit).orElse(USUAL));
        Duration wait = query.value("wait").map(MessagesCall::wait).orElse(Duration.ZERO);
        List<Kept> found = bell.first(() -> inbox.find(wanted), wait);
        return new Value.Items(found.stream().map(MessagesCall::written).toList());
    }

    private Value clear(Asked asked) {
        asked.query();
        inbox.clear();
        return new Value.Items(List.of());
    }

    private static Channel channel(String word) {
        if (!CHANNELS.contains(word)) {
            throw Declined.malformed("no channel is called \"" + word + "\": " + Nearest.hint(word, CHANNELS));
        }
        return Channel.of(word);
    }

    private String known(String id) {
        return Optional.of(id)
                .filter(holds)
                .orElseThrow(() -> Declined.malformed(
                        "\"after\" must be the id of a message in the inbox; there is none \"" + id + "\""));
    }

    private static int limit(String digits) {
        if (!LIMIT.matcher(digits).matches() || Integer.parseInt(digits) > MOST) {
            throw Declined.malformed("\"limit\" must be 1 to " + MOST);
        }
        return Integer.parseInt(digits);
    }

    private static Duration wait(String written) {
        Duration wait = Span.parse(written, "wait");
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw Declined.malformed("\"wait\" must be at most 60s");
        }
        return wait;
    }

    private static Value written(Kept message) {
        return Value.Fields.none()
                .plus("id", Value.text(message.id()))
                .plus("to", Value.text(recipient(message.to().reveal())))
                .plus("channel", Value.text(message.channel().word()))
                .plus("from", Value.text(message.from()))
                .plus("subject", perhaps(message.mail().map(Inbox.Mail::subject)))
                .plus("text", Value.text(message.text().reveal()))
                .plus("html", perhaps(message.mail().flatMap(Inbox.Mail::html)))
                .plus(
                        "code",
                        perhaps(Optional.of(message.code())
                                .filter(code -> !code.reveal().isEmpty())))
                .plus("purpose", Value.text(message.purpose()))
                .plus("locale", Value.text(message.locale()))
                .plus("language", Value.text(message.language()))
                .plus("verification", text(message.ties().verification()))
                .plus(
                        "request",
                        text(message.ties().cause().map(cause -> cause.request().text())))
                .plus("action", text(message.ties().cause().map(Cause::name).filter(name -> !name.isEmpty())))
                .plus(
                        "createdAt",
                        Value.text(message.createdAt()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString()));
    }

    /// Null for what a message has not: a notice no code and no verification, a text message no subject.
    private static Value text(Optional<String> text) {
        return text.<Value>map(Value::text).orElseGet(Value.Nothing::new);
    }

    private static Value perhaps(Optional<Secret> text) {
        return text(text.map(Secret::reveal));
    }

    /// Digits without plus, whichever form the inbox keeps a number in.
    private static String recipient(String kept) {
        return kept.startsWith("+") ? kept.substring(1).replace(" ", "") : kept;
    }
}
