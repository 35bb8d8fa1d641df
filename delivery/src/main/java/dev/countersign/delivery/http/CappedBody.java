package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Collects a body up to a size, and ends the connection at the first byte beyond.
final class CappedBody implements BodySubscriber<Optional<Bytes>> {
    private final int most;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(512);
    private final CompletableFuture<Optional<Bytes>> result = new CompletableFuture<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();

    /// @param most how many bytes
    CappedBody(int most) {
        this.most = most;
    }

    /// The bytes; empty when there were more.
    @Override
    public CompletionStage<Optional<Bytes>> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (result.isDone()) {
                return;
            }
            if (collected.size() + buffer.remaining() > most) {
                result.complete(Optional.empty());
                Flow.Subscription coming = subscription.get();
                if (coming != null) {
                    coming.cancel();
                }
                return;
            }
            byte[] octets = new byte[buffer.remaining()];
            buffer.get(octets);
            collected.writeBytes(octets);
        }
    }

    @Override
    public void onError(Throwable fault) {
        result.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        result.complete(Optional.of(Bytes.of(collected.toByteArray())));
    }
}
