package dev.countersign.delivery.guard;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;

/// A carrier that answers what it was last told to, and counts what it was given.
final class ScriptedCarrier implements Carrier {
    private Dispatch answer = new Dispatch.Handed("1");
    private int given;
    private boolean ready = true;
    private boolean closed;

    void answers(Dispatch next) {
        answer = next;
    }

    void ready(boolean now) {
        ready = now;
    }

    int given() {
        return given;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public Dispatch dispatch(Message message) {
        given++;
        if (answer instanceof Dispatch.CarrierFault(String reason, boolean perhapsTaken) && reason.equals("thrown")) {
            throw new IllegalStateException(reason);
        }
        return answer;
    }

    @Override
    public void close() {
        closed = true;
    }
}
