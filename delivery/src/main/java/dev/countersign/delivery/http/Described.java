package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.gateway.codec.Form;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A provider that configuration describes.
public final class Described implements Provider {
    private final HttpCarrierSettings settings;
    private final InstantSource clock;
    private final Phrase path;
    private final Template body;
    private final AnswerReader reader;

    /// @param settings what it is like
    /// @param clock tells for how many minutes a code is still valid
    public Described(HttpCarrierSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.path = Phrase.of(SentRules.path(settings.request().address()));
        this.body = Template.of(settings.request().body());
        this.reader = new AnswerReader(
                settings.success(),
                new AnswerReader.Codes(
                        settings.faults().code().stream().toList(),
                        settings.faults().destination(),
                        settings.faults().busy()));
    }

    @Override
    public URI target() {
        return settings.request().target();
    }

    @Override
    public Reach reach() {
        return settings.reach();
    }

    @Override
    public Optional<Call> write(Message message) {
        Optional<String> template = settings.templates().of(message);
        if (template.isEmpty() && settings.request().needsTemplate()) {
            return Optional.empty();
        }
        Placeholder.Filling filling = new Placeholder.Filling(message, clock.instant(), template.orElse(""));
        Bytes filled = body.filled(filling);
        return Optional.of(
                new Call(settings.request().method(), path.filled(filling, Form::encoded), headers(filling), filled));
    }

    private Map<String, String> headers(Placeholder.Filling filling) {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.request()
                .headers()
                .forEach((name, value) -> headers.put(name, Phrase.of(value).filled(filling)));
        if (!body.contentType().isEmpty()) {
            headers.put("Content-Type", body.contentType());
        }
        settings.request().credentials().header().ifPresent(header -> headers.put(header.getKey(), header.getValue()));
        return headers;
    }

    @Override
    public Dispatch read(Answer answer) {
        return reader.read(answer);
    }
}
