package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BindType;

/// A carrier that is spoken to by SMPP 3.4. It binds its sessions in the background from the moment that it is made,
/// and binds them again whenever they are lost.
///
/// A message of several parts goes out part after part. When one is turned away as too much after others were taken,
/// it is tried a few times more; when it fails all the same, the whole message has failed by the carrier's fault and
/// may be handed over again: its parts then bear the same references, so that a phone puts them together with those
/// that it has, and the message centre can tell.
public final class SmppCarrier implements Carrier {
    private final String name;
    private final Surroundings around;
    private final Submissions submissions;
    private final Submitter submitter;
    private final List<Line> lines = new ArrayList<>();

    /// Begins to connect.
    ///
    /// @param name its name in the configuration, the record and the metrics
    /// @param settings how it is reached and spoken to
    /// @param around clock, randomness, threads, and who watches
    /// @param receipts takes the receipts; what it does not take is asked for again
    public SmppCarrier(String name, SmppSettings settings, Surroundings around, Receipt.Intake receipts) {
        SmppSettings.Flow flow = settings.flow();
        MessageIds ids = new MessageIds(settings.wording().receipts());
        this.name = name;
        this.around = around;
        this.submissions = new Submissions(settings.sender(), settings.wording(), around.clock());
        this.submitter =
                new Submitter(flow, ids, around, () -> lines.stream().flatMap(line -> line.sending().stream()));
        Line.Common common = new Line.Common(
                new Dialler(settings.endpoint(), flow.answerWithin()),
                new Deliveries(
                        new ReceiptReader(name, ids, around.clock()), receipts, around.threads(), around.watch()),
                flow,
                around);
        for (int session = 0; session < settings.bind().sessions(); session++) {
            for (BindType type : types(settings.bind().mode())) {
                lines.add(new Line(session, new Binding(type, settings.bind()), common));
            }
        }
    }

    private static List<BindType> types(SmppSettings.Mode mode) {
        return switch (mode) {
            case TRANSCEIVER -> List.of(BindType.BIND_TRX);
            case TRANSMITTER -> List.of(BindType.BIND_TX);
            case PAIR -> List.of(BindType.BIND_TX, BindType.BIND_RX);
        };
    }

    @Override
    public String name() {
        return name;
    }

    /// Whether a session is bound, and the message centre has not just asked for less.
    @Override
    public boolean ready() {
        return submitter.isReady();
    }

    @Override
    public Dispatch dispatch(Message message) {
        return switch (message.to()) {
            case MailAddress mail -> new Dispatch.DestinationFault("not a phone number");
            case PhoneNumber phone -> dispatch(message, phone);
        };
    }

    private Dispatch dispatch(Message message, PhoneNumber to) {
        try {
            return submissions
                    .of(message, to)
                    .map(this::submit)
                    .orElseGet(() -> new Dispatch.CarrierFault("text too long"));
        } catch (PDUStringException tooLong) {
            // Everything else in the PDU was measured when the settings were read.
            return new Dispatch.DestinationFault("number too long");
        }
    }

    private Dispatch submit(List<byte[]> parts) {
        List<String> references = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            Dispatch outcome = part == 0 ? submitter.submit(parts.get(part)) : submitter.submitLater(parts.get(part));
            if (!(outcome instanceof Dispatch.Handed(List<String> reference))) {
                return outcome;
            }
            references.addAll(reference);
        }
        return new Dispatch.Handed(references);
    }

    /// Lets what is under way get its answer, then unbinds.
    @Override
    public void close() {
        try {
            submitter.close();
            List<Thread> ending = lines.stream()
                    .map(line -> around.threads().newThread(line::close))
                    .toList();
            ending.forEach(Thread::start);
            for (Thread one : ending) {
                one.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
