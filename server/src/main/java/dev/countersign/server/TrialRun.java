package dev.countersign.server;

import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.server.carrier.Echo;
import dev.countersign.server.carrier.Trial;
import dev.countersign.server.carrier.Trial.Step;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.cli.Program.CarrierTrial;
import dev.countersign.server.config.CarrierConfig;
import dev.countersign.server.config.CarrierKind;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.Nearest;
import dev.countersign.server.telephony.LibphonenumberPlan;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Tries a carrier of a configuration out, without a store or a server.
///
/// @param environment where secrets may be
record TrialRun(Given given, Map<String, String> environment, Configuration configuration) {
    private static final int ID_BYTES = 8;

    /// Sends the message.
    ///
    /// @param told hears of each step
    /// @return whether all went well
    /// @throws CommandFailed when there is no such carrier, or it can't reach such a destination
    boolean send(CarrierTrial trial, Consumer<Step> told) {
        CarrierConfig carrier = carrier(trial.carrier());
        Destination to = destination(trial.to());
        Channel channel = trial.channel().orElse(to instanceof MailAddress ? Channel.EMAIL : Channel.SMS);
        CarrierKind kind = carrier.common().kind();
        if (kind == CarrierKind.INBOX) {
            throw new CommandFailed("carriers." + carrier.name() + " is of kind inbox, which sends nothing");
        }
        if (!kind.channels().contains(channel) || !channel.reaches(to)) {
            throw new CommandFailed("carriers." + carrier.name() + " is of kind " + kind.word() + ", which can't reach "
                    + to.masked() + " by " + channel.word());
        }
        told.accept(new Step("configuration", true, kind.word() + ", to " + to.masked() + " by " + channel.word()));
        Echo echo = new Echo();
        return new Trial(
                        Shipping.drawing(given, environment, any -> echo, echo, name -> {
                            throw new IllegalStateException("an inbox is not tried out");
                        }),
                        echo,
                        told)
                .send(carrier, message(trial, to, channel), trial.patience());
    }

    private CarrierConfig carrier(String name) {
        Map<String, CarrierConfig> all = configuration.plan().carriers();
        CarrierConfig found = all.get(name);
        if (found == null) {
            String meant = new Nearest(all.keySet())
                    .to(name, 2)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(all.isEmpty() ? ": it has none" : "; there is " + String.join(", ", all.keySet()));
            throw new CommandFailed("the configuration has no carrier " + name + meant);
        }
        return found;
    }

    private static Destination destination(String typed) {
        Optional<? extends Destination> found = typed.indexOf('@') < 0
                ? new LibphonenumberPlan().parse(typed)
                : Optional.of(typed).filter(MailAddress::valid).map(MailAddress::new);
        return found.map(Destination.class::cast)
                .orElseThrow(() -> new CommandFailed(
                        "--to must be a number with its country code, as +85261234567, or a mail address"));
    }

    private Message message(CarrierTrial trial, Destination to, Channel channel) {
        byte[] id = new byte[ID_BYTES];
        given.random().nextBytes(id);
        Instant now = given.clock().instant();
        DueMessage due = new DueMessage(
                "trial-" + HexFormat.of().formatHex(id),
                0,
                channel,
                to,
                trial.purpose(),
                trial.locale(),
                Optional.of(Code.fresh(configuration.verification().codeDigits(), given.random())),
                now.plus(configuration.verification().lifetime()),
                0,
                "");
        return new TemplateBook(configuration.plan().words(), Templates.standard()).write(due, now);
    }
}
