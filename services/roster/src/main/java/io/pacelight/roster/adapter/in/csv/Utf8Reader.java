package io.pacelight.roster.adapter.in.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 strictly yet to the end: what is not UTF-8 becomes {@link #BAD}, and the first such byte is remembered.
 * After the text a line with {@link #END} is appended, which shows whether a quote was still open.
 */
final class Utf8Reader extends Reader {
    /** Stands for bytes that are not UTF-8; the character itself is never part of a text. */
    static final char BAD = '\uFFFF';
    /** The line appended to the text; the character itself is never part of a text. */
    static final char END = '\uFFFE';

    private static final int BUFFER = 16_384;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean started;
    private boolean inEnded;
    private boolean endWritten;
    private int badBytes;
    private int firstBad = -1;
    private long length;
    private long sinceLineBreak;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** How many malformed sequences were met. */
    int badCount() {
        return badBytes;
    }

    /** The first byte that is not UTF-8, or -1. */
    int firstBadByte() {
        return firstBad;
    }

    /** Bytes read so far. */
    long length() {
        return length;
    }

    /** Characters read since the last line break. */
    long sinceLineBreak() {
        return sinceLineBreak;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (endWritten) {
                return -1;
            }
            fill();
        }
        int n = Math.min(count, chars.remaining());
        chars.get(target, offset, n);
        for (int i = offset; i < offset + n; i++) {
            sinceLineBreak = target[i] == '\n' || target[i] == '\r' ? 0 : sinceLineBreak + 1;
        }
        return n;
    }

    private void fill() throws IOException {
        chars.clear();
        if (!started) {
            started = true;
            load();
            skipByteOrderMark();
        }
        CoderResult result = decoder.decode(bytes, chars, inEnded);
        if (result.isError()) {
            if (firstBad < 0) {
                firstBad = bytes.get(bytes.position()) & 0xFF;
            }
            badBytes++;
            bytes.position(bytes.position() + result.length());
            chars.put(BAD);
        } else if (result.isUnderflow()) {
            if (inEnded) {
                chars.put('\n').put(END).put('\n');
                endWritten = true;
            } else {
                load();
            }
        }
        chars.flip();
    }

    private void load() throws IOException {
        bytes.compact();
        int n;
        do {
            n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (n > 0) {
                bytes.position(bytes.position() + n);
                length += n;
            }
        } while (n >= 0 && bytes.position() < 4);
        inEnded = n < 0;
        bytes.flip();
    }

    private void skipByteOrderMark() {
        if (bytes.remaining() >= 3
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF) {
            bytes.position(3);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
