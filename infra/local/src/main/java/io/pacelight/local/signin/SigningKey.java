package io.pacelight.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens of this district: made once, kept in its data folder, readable by its owner only. */
public final class SigningKey {
    private static final String FILE = "signing-key.jwk";
    private static final int BITS = 2048;

    private SigningKey() {}

    /** The key of the data folder, made now if there is none. */
    public static RSAKey in(Path data) {
        try {
            Path file = data.resolve(FILE);
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(data, "signing-key", ".jwk", ownerOnly());
                Files.writeString(fresh, generate().toJSONString() + "\n");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key in " + data + " can't be kept", e);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "the signing key in " + data.resolve(FILE) + " is damaged; delete the file and start again", e);
        }
    }

    /** Whether a district has ever run in this folder. */
    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(FILE));
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
