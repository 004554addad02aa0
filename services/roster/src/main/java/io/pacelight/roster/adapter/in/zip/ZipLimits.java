package io.pacelight.roster.adapter.in.zip;

/**
 * How much an uploaded package may unpack to.
 *
 * @param entries most entries
 * @param bytes most bytes unpacked, of all entries together
 * @param ratio most bytes unpacked for each byte packed, once an entry is over a megabyte
 */
public record ZipLimits(int entries, long bytes, int ratio) {
    /** Enough for a district of a million students. */
    public static final ZipLimits DEFAULT = new ZipLimits(200, 4L << 30, 200);
}
