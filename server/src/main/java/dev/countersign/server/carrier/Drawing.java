package dev.countersign.server.carrier;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.guard.BreakingCarrier;
import dev.countersign.delivery.guard.PacedCarrier;
import dev.countersign.delivery.http.AlibabaSms;
import dev.countersign.delivery.http.AlibabaSmsSettings;
import dev.countersign.delivery.http.Described;
import dev.countersign.delivery.http.DescribedHook;
import dev.countersign.delivery.http.HttpCarrier;
import dev.countersign.delivery.http.HttpCarrierSettings;
import dev.countersign.delivery.http.Provider;
import dev.countersign.delivery.http.ReceiptHook;
import dev.countersign.delivery.http.ReportHook;
import dev.countersign.delivery.http.TencentSms;
import dev.countersign.delivery.http.TencentSmsSettings;
import dev.countersign.delivery.http.Twilio;
import dev.countersign.delivery.http.TwilioHook;
import dev.countersign.delivery.http.TwilioSettings;
import dev.countersign.delivery.smpp.SmppCarrier;
import dev.countersign.delivery.smpp.SmppSettings;
import dev.countersign.delivery.smtp.SmtpCarrier;
import dev.countersign.delivery.smtp.SmtpSettings;
import dev.countersign.server.config.AlibabaSmsConfig;
import dev.countersign.server.config.CarrierCommon;
import dev.countersign.server.config.CarrierConfig;
import dev.countersign.server.config.HttpCarrierConfig;
import dev.countersign.server.config.InboxConfig;
import dev.countersign.server.config.SmppConfig;
import dev.countersign.server.config.SmtpConfig;
import dev.countersign.server.config.TencentSmsConfig;
import dev.countersign.server.config.TwilioConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Draws the blueprints of carriers from their configuration.
public final class Drawing {
    private final Surroundings around;
    private final Function<String, Carrier> inbox;

    /// @param around what carriers are given
    /// @param inbox makes the carrier that keeps messages for a developer, by its name
    public Drawing(Surroundings around, Function<String, Carrier> inbox) {
        this.around = around;
        this.inbox = inbox;
    }

    /// The blueprint of one.
    ///
    /// @throws IllegalArgumentException when a secret isn't there, or doesn't do
    Blueprint of(CarrierConfig config) {
        String name = config.name();
        return switch (config.details()) {
            case SmppConfig smpp -> smpp(config, smpp);
            case HttpCarrierConfig http -> {
                HttpCarrierSettings settings = http.settings(around.secrets());
                Optional<ReceiptHook> hook =
                        http.hook(around.secrets()).map(receipts -> new DescribedHook(name, receipts, around.clock()));
                yield http(config, settings, () -> new Described(settings, around.clock()), hook);
            }
            case TwilioConfig twilio -> {
                TwilioSettings settings = twilio.settings(around.secrets());
                Optional<ReceiptHook> hook = settings.statusCallback()
                        .map(address -> new TwilioHook(name, twilio.signs(around.secrets()), address, around.clock()));
                yield http(config, settings, () -> new Twilio(settings), hook);
            }
            case TencentSmsConfig tencent -> {
                TencentSmsSettings settings = tencent.settings(around.secrets());
                Optional<ReceiptHook> hook = tencent.proof(around.secrets())
                        .map(proof -> new ReportHook(name, ReportHook.Form.TENCENT, proof, around.clock()));
                yield http(config, settings, () -> new TencentSms(settings, around.clock()), hook);
            }
            case AlibabaSmsConfig alibaba -> {
                AlibabaSmsSettings settings = alibaba.settings(around.secrets());
                Optional<ReceiptHook> hook = alibaba.proof(around.secrets())
                        .map(proof -> new ReportHook(name, ReportHook.Form.ALIBABA, proof, around.clock()));
                yield http(config, settings, () -> new AlibabaSms(settings, around.clock(), around.random()), hook);
            }
            case SmtpConfig smtp -> {
                SmtpSettings settings = smtp.settings(around.secrets());
                yield guarded(
                        config.common(),
                        settings,
                        () -> new SmtpCarrier(name, settings, around.http().trust(), around.clock()),
                        Optional.empty());
            }
            case InboxConfig none -> guarded(config.common(), none, () -> inbox.apply(name), Optional.empty());
        };
    }

    /// An SMPP carrier paces itself, since each part of a message counts there.
    private Blueprint smpp(CarrierConfig config, SmppConfig smpp) {
        SmppSettings settings = smpp.settings(config.common().rate(), around.secrets());
        Supplier<Carrier> made = () -> new SmppCarrier(
                config.name(),
                settings,
                new dev.countersign.delivery.smpp.Surroundings(
                        around.clock(),
                        around.random(),
                        around.threads(),
                        around.sessions().apply(config.name())),
                around.receipts());
        return new Blueprint(
                List.of(config.common(), settings), () -> breaking(config.common(), made.get()), Optional.empty());
    }

    private Blueprint http(
            CarrierConfig config, Object settings, Supplier<Provider> provider, Optional<ReceiptHook> hook) {
        return guarded(
                config.common(), settings, () -> new HttpCarrier(config.name(), provider.get(), around.http()), hook);
    }

    private Blueprint guarded(
            CarrierCommon common, Object settings, Supplier<Carrier> made, Optional<ReceiptHook> hook) {
        return new Blueprint(List.of(common, settings), () -> breaking(common, paced(common, made.get())), hook);
    }

    private Carrier paced(CarrierCommon common, Carrier carrier) {
        return common.pace()
                .map(pace -> (Carrier) new PacedCarrier(carrier, pace, around.clock(), Thread::sleep))
                .orElse(carrier);
    }

    private Carrier breaking(CarrierCommon common, Carrier carrier) {
        return common.breaking()
                .map(breaking -> (Carrier) new BreakingCarrier(carrier, breaking, around.clock()))
                .orElse(carrier);
    }
}
