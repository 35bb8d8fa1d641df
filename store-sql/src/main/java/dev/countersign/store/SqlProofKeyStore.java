package dev.countersign.store;

import dev.countersign.proof.ProofKey;
import dev.countersign.proof.ProofKeyStore;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.MasterKey;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Keys that sign proofs in SQL, wrapped under the data key that is for nothing else.
public final class SqlProofKeyStore implements ProofKeyStore {
    /// Of several processes that find none, one makes the first.
    private static final Set<String> EXCLUSIVE = Set.of("proof-key");

    private final Transactions transactions;
    private final MasterKey wrapping;
    private final SecureRandom random;

    /// @param transactions where the table is
    /// @param keys has the data key that wraps
    /// @param random makes nonces
    public SqlProofKeyStore(Transactions transactions, DataKeys keys, SecureRandom random) {
        this.transactions = transactions;
        this.wrapping = MasterKey.of(keys.proof());
        this.random = random;
    }

    @Override
    public List<ProofKey> all() {
        return transactions.read(this::read);
    }

    @Override
    public List<ProofKey> allOrFirst(ProofKey first) {
        Bytes wrapped = wrap(first);
        return transactions.write(EXCLUSIVE, handle -> {
            if (read(handle).isEmpty()) {
                insert(handle, first, wrapped);
            }
            return read(handle);
        });
    }

    @Override
    public void add(ProofKey key) {
        Bytes wrapped = wrap(key);
        transactions.write(EXCLUSIVE, handle -> insert(handle, key, wrapped));
    }

    private Bytes wrap(ProofKey key) {
        return wrapping.wrap("proof " + key.id(), key.privateKey(), random);
    }

    private static int insert(Handle handle, ProofKey key, Bytes wrapped) {
        return handle.createUpdate("""
                        INSERT INTO proof_key (kid, private_key, public_key, created_at)
                        VALUES (:kid, :private, :public, :at)
                        """)
                .bind("kid", key.id())
                .bind("private", wrapped.toArray())
                .bind("public", key.publicKey().toArray())
                .bind("at", key.createdAt().toEpochMilli())
                .execute();
    }

    private List<ProofKey> read(Handle handle) {
        return handle.createQuery("""
                        SELECT kid, private_key, public_key, created_at FROM proof_key ORDER BY created_at DESC, kid
                        """)
                .map((row, context) -> {
                    String kid = row.getString("kid");
                    return new ProofKey(
                            kid,
                            wrapping.unwrap("proof " + kid, Columns.bytes(row, "private_key")),
                            Columns.bytes(row, "public_key"),
                            Columns.instant(row, "created_at"));
                })
                .list();
    }
}
