package dev.countersign.bench.soak;

import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.net.ServerSocketFactory;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/// A message centre as a process of its own, so that it can be killed. It writes down what it takes before it
/// answers: the number, and the message's id out of a vendor's TLV.
public final class SmscProcess {
    /// The TLV that carries the id.
    static final int ID_TAG = 0x1400;

    private SmscProcess() {}

    /// Runs until it is killed.
    ///
    /// @param arguments `PORT FILE`
    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        FileChannel taken = FileChannel.open(
                Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        TestSmsc smsc = new TestSmsc(new OnPort(port));
        smsc.forget();
        smsc.answers((number, submitted) -> {
            write(taken, submitted.getDestAddress() + " " + id(submitted) + "\n");
            return new Answer.Taken(UUID.randomUUID().toString());
        });
        System.out.println("ready");
        Thread.currentThread().join();
    }

    /// One write, so that a kill leaves whole lines: the system has it when this returns.
    private static synchronized void write(FileChannel taken, String line) {
        try {
            taken.write(StandardCharsets.US_ASCII.encode(line));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String id(SubmitSm submitted) {
        return submitted.getOptionalParameter((short) ID_TAG) instanceof OptionalParameter.OctetString id
                ? id.getValueAsString().replace("\0", "")
                : "none";
    }

    /// Listens where it is told to rather than wherever there is room.
    private static final class OnPort extends ServerSocketFactory {
        private final int port;

        OnPort(int port) {
            this.port = port;
        }

        @Override
        public ServerSocket createServerSocket(int wanted) throws IOException {
            return new ServerSocket(port);
        }

        @Override
        public ServerSocket createServerSocket(int wanted, int backlog) throws IOException {
            return new ServerSocket(port, backlog);
        }

        @Override
        public ServerSocket createServerSocket(int wanted, int backlog, InetAddress address) throws IOException {
            return new ServerSocket(port, backlog, address);
        }
    }
}
