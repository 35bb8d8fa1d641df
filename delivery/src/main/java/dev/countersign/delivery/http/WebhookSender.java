package dev.countersign.delivery.http;

import dev.countersign.webhook.Sender;
import java.net.URI;

/// Posts events to receivers under the same guards as carriers are spoken to: no private address unless allowed,
/// no redirect, no proxy, an answer in time and of limited size, the certificate of the very host.
public final class WebhookSender implements Sender, AutoCloseable {
    private static final int HOSTS = 128;

    private final Outbounds outbounds;

    /// @param reach how long a receiver may take, and whether it may be within the operator's own network
    /// @param surroundings names, trust and clock
    public WebhookSender(Reach reach, Outbound.Surroundings surroundings) {
        this.outbounds = new Outbounds(HOSTS, host -> new Outbound(host, reach, surroundings));
    }

    @Override
    public Reply post(Post post) {
        try {
            Answer answer = outbounds.send(post.to(), new Call("POST", path(post.to()), post.headers(), post.body()));
            return new Reply.Answered(answer.status(), answer.headers().firstValue("Retry-After"));
        } catch (Unanswered none) {
            return new Reply.Unanswered(none.reason());
        }
    }

    private static String path(URI to) {
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
    }

    /// Ends all connections, once what is under way has ended.
    @Override
    public void close() {
        outbounds.close();
    }
}
