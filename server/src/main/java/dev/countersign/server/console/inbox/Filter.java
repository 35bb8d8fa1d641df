package dev.countersign.server.console.inbox;

import dev.countersign.delivery.Inbox;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Form;
import dev.countersign.server.console.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which messages are looked at.
///
/// @param typed whose, as typed; empty for everybody's
/// @param to the same as the inbox has it: digits without plus, or an address; nothing for everybody, or when what was
///     typed is neither
/// @param channel how they came; nothing for any way
public record Filter(String typed, Optional<String> to, Optional<Channel> channel) {
    private static final int LONGEST = 254;

    /// What a visit asks for. A channel that there is not counts as none.
    static Filter of(Visit visit) {
        String typed = visit.value("to").strip();
        String channel = visit.value("channel");
        return new Filter(
                typed,
                read(typed),
                Arrays.stream(Channel.values())
                        .filter(one -> one.word().equals(channel))
                        .findFirst());
    }

    /// A blank is a plus that came through an address bar.
    private static Optional<String> read(String typed) {
        if (typed.indexOf('@') > 0 && typed.length() <= LONGEST) {
            return Optional.of(typed.replace(' ', '+').toLowerCase(Locale.ROOT));
        }
        String digits = typed.replaceAll("[ ().-]", "");
        return Optional.of(digits.startsWith("+") ? digits.substring(1) : digits)
                .filter(one -> one.matches("[0-9]{1,35}"));
    }

    /// Whether what was typed is neither a number nor an address.
    public boolean wrong() {
        return !typed.isEmpty() && to.isEmpty();
    }

    /// Whether it leaves anything out.
    public boolean narrow() {
        return !typed.isEmpty() || channel.isPresent();
    }

    /// The same for one recipient.
    public Filter only(String recipient) {
        return new Filter(recipient, Optional.of(recipient), Optional.empty());
    }

    /// Where this is looked at.
    ///
    /// @param below the room's address, or one below it
    String address(String below) {
        String query = Form.write(pairs());
        return query.isEmpty() ? below : below + "?" + query;
    }

    private List<Form.Pair> pairs() {
        return Stream.of(
                        Optional.of(typed).filter(one -> !one.isEmpty()).map(one -> new Form.Pair("to", one)),
                        channel.map(one -> new Form.Pair("channel", one.word())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What the inbox is asked.
    ///
    /// @param after only what came after the message of this id
    Inbox.Query query(Optional<String> after, int most) {
        return new Inbox.Query(to, channel, after, most);
    }
}
