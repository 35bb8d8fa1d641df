package dev.countersign.server;

import dev.countersign.delivery.http.Outbound;
import dev.countersign.delivery.http.Reach;
import dev.countersign.delivery.http.WebhookSender;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.webhook.Dispatcher;
import dev.countersign.webhook.Target;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// What posts events to webhooks, behind the requests.
record Posting(Dispatcher dispatcher, WebhookSender sender, ExecutorService posters) implements AutoCloseable {
    /// Begins to work.
    ///
    /// @param clock the time that deliveries are due by
    /// @param target where they may go
    static Posting begin(Storage storage, Given given, InstantSource clock, Target target, FaultLog faults) {
        Reach usual = Reach.standard();
        WebhookSender sender = new WebhookSender(
                new Reach(usual.connect(), usual.answer(), target.inside()),
                new Outbound.Surroundings(name -> List.of(InetAddress.getAllByName(name)), trust(), clock));
        ExecutorService posters = Executors.newVirtualThreadPerTaskExecutor();
        Dispatcher dispatcher = new Dispatcher(
                storage.deliveries(),
                sender,
                new Dispatcher.Surroundings(
                        clock, given.random(), posters, fault -> faults.background("webhooks", fault)));
        dispatcher.start();
        return new Posting(dispatcher, sender, posters);
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no TLS", absent);
        }
    }

    @Override
    public void close() {
        dispatcher.close();
        sender.close();
        posters.close();
    }
}
