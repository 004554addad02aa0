package io.pacelight.roster.adapter.in.zip;

import io.pacelight.roster.adapter.in.csv.RefusedBytes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Stops unpacking where a limit is passed, whatever the entry claims, and compares the checksum at the end. */
final class GuardedEntry extends FilterInputStream {
    private static final long SMALL = 1 << 20;

    private final CRC32 crc = new CRC32();
    private final long expectedCrc;
    private final long claimed;
    private final long packed;
    private final ZipLimits limits;
    private long count;

    GuardedEntry(InputStream in, long expectedCrc, long claimed, long packed, ZipLimits limits) {
        super(in);
        this.expectedCrc = expectedCrc;
        this.claimed = claimed;
        this.packed = Math.max(1, packed);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = in.read(target, offset, length);
        if (n > 0) {
            crc.update(target, offset, n);
            count += n;
            if (count > limits.bytes()) {
                throw new RefusedBytes(
                        "zip-too-big",
                        "unpacks to more than %,d bytes; nothing was taken over.".formatted(limits.bytes()));
            }
            if (count > SMALL && count / packed > limits.ratio()) {
                throw new RefusedBytes(
                        "zip-bomb",
                        "unpacks to more than %d times its packed size; nothing was taken over."
                                .formatted(limits.ratio()));
            }
        } else if (n < 0 && (crc.getValue() != expectedCrc || (claimed >= 0 && count != claimed))) {
            throw new RefusedBytes(
                    "damaged",
                    "is damaged: its checksum or size is not the one in the zip. Export and upload it again.");
        }
        return n;
    }
}
