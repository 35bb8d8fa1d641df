package dev.countersign.seal;

import dev.countersign.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of the installation. It only wraps the data keys that are kept in the store, so that it can be
/// changed by wrapping those again.
public final class MasterKey {
    /// Its length in bytes.
    public static final int LENGTH = 32;

    private static final int NONCE = 12;

    private final SecretKeySpec key;

    private MasterKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// A master key of these bytes.
    ///
    /// @throws IllegalArgumentException when it is not 32 bytes long
    public static MasterKey of(Bytes key) {
        if (key.length() != LENGTH) {
            throw new IllegalArgumentException("a master key has " + LENGTH + " bytes, this one has " + key.length());
        }
        return new MasterKey(key.toArray());
    }

    /// Seals a data key.
    ///
    /// @param name the data key's name, authenticated with it
    public Bytes wrap(String name, Bytes dataKey, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, name, dataKey.toArray());
        byte[] all = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Bytes.of(all);
    }

    /// Opens a data key.
    ///
    /// @throws WrongMasterKey when it was wrapped by another key or was changed
    public Bytes unwrap(String name, Bytes wrapped) {
        byte[] all = wrapped.toArray();
        if (all.length <= NONCE) {
            throw new WrongMasterKey();
        }
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] sealed = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return Bytes.of(crypt(Cipher.DECRYPT_MODE, nonce, name, sealed));
    }

    private byte[] crypt(int mode, byte[] nonce, String name, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(Bytes.utf8("countersign data key " + name).toArray());
            return cipher.doFinal(input);
        } catch (javax.crypto.AEADBadTagException wrong) {
            throw new WrongMasterKey();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no AES-256-GCM", absent);
        }
    }

    /// Never the key.
    @Override
    public String toString() {
        return "MasterKey(******)";
    }
}
