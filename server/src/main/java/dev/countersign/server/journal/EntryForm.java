package dev.countersign.server.journal;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.RequestId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An entry as bytes, its id first. Texts are in the form of [DataOutput#writeUTF],
/// which takes 65,535 bytes: no text that passed [Veil] is nearly as long.
final class EntryForm {
    private static final int USUAL_BYTES = 256;

    private EntryForm() {}

    /// The bytes of an entry.
    static byte[] write(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            write(entry, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Entry entry, DataOutput out) throws IOException {
        out.writeUTF(entry.id().text());
        out.writeLong(entry.came().at().toEpochMilli());
        out.writeUTF(entry.came().method());
        out.writeUTF(entry.came().source());
        out.writeLong(entry.took().toNanos());
        Outcome outcome = entry.outcome();
        Called called = outcome.called();
        out.writeUTF(called.dialect());
        out.writeUTF(called.product());
        out.writeUTF(called.action());
        out.writeUTF(called.version());
        out.writeUTF(called.keyId());
        out.writeShort(outcome.status());
        out.writeUTF(outcome.code());
        out.writeBoolean(outcome.refused().isPresent());
        if (outcome.refused().isPresent()) {
            Refusing refusing = outcome.refused().get();
            out.writeUTF(refusing.check().name());
            out.writeUTF(refusing.why());
            out.writeUTF(refusing.about());
        }
        out.writeBoolean(outcome.signed().isPresent());
        if (outcome.signed().isPresent()) {
            out.writeUTF(outcome.signed().get().canonicalRequest());
            out.writeUTF(outcome.signed().get().stringToSign());
        }
    }

    /// What the bytes of the entry with that id begin with, and no others: an id is ASCII, and none is the beginning of
    /// another.
    static byte[] beginning(String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            new DataOutputStream(bytes).writeUTF(id);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The entry that was written so.
    static Entry read(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Entry read(DataInput in) throws IOException {
        RequestId id = new RequestId(in.readUTF());
        Entry.Came came = new Entry.Came(Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readUTF());
        Duration took = Duration.ofNanos(in.readLong());
        Called called = new Called(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        int status = in.readShort();
        String code = in.readUTF();
        Optional<Refusing> refused = in.readBoolean()
                ? Optional.of(new Refusing(Check.valueOf(in.readUTF()), in.readUTF(), in.readUTF()))
                : Optional.empty();
        Optional<CallRefusal.Basis> signed =
                in.readBoolean() ? Optional.of(new CallRefusal.Basis(in.readUTF(), in.readUTF())) : Optional.empty();
        return new Entry(id, came, took, new Outcome(called, status, code, refused, signed));
    }
}
