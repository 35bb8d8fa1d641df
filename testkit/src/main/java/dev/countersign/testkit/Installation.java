package dev.countersign.testkit;

/// A fresh store that a contract is tried on, with the processes that share it. It goes with the test.
public interface Installation extends AutoCloseable {
    /// The first process.
    Node node();

    /// A second process on the same data; the first one again, where only one process can be.
    Node another();

    @Override
    void close();
}
