package io.pacelight.embedded.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since the file was last written, in a file of its own beside it: one block for each commit, with its length
 * and checksum. A commit therefore costs what it changes, however large the store is; the pages that hold the changes are
 * written once for many commits. Blocks that a kill has torn are as if they had never been.
 */
final class Journal implements AutoCloseable {
    /** What is done again with each change after a kill; doing one twice in the same order comes to the same. */
    @FunctionalInterface
    interface Replay {
        /**
         * Makes one change.
         *
         * @param key null if the whole map was cleared
         * @param value null if the key was removed
         */
        void change(String map, byte @Nullable [] key, byte @Nullable [] value);
    }

    /** The changes since the last commit. */
    private static final class Block extends ByteArrayOutputStream {
        private static final int USUAL_BYTES = 1 << 16;
        private static final int MOST_BYTES_KEPT = 4 << 20;

        Block() {
            super(USUAL_BYTES);
        }

        /** What has been written, not copied. */
        ByteBuffer written() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        /** Begins anew, in the same memory unless an uncommon command has made it large. */
        void clear() {
            reset();
            if (buf.length > MOST_BYTES_KEPT) buf = new byte[USUAL_BYTES];
        }
    }

    private static final int NONE = -1;
    private static final int HEAD = Integer.BYTES + Long.BYTES;

    private final FileChannel channel;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Block block = new Block();
    private final DataOutputStream out = new DataOutputStream(block);

    Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the journal beside a file, after doing again what an earlier process left in it.
     *
     * @param disk what lies between the journal and its file; tests let it fill
     */
    static Journal open(Path path, Replay replay, UnaryOperator<FileChannel> disk) {
        try {
            if (Files.exists(path)) replay(path, replay);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(channel.size());
            return new Journal(disk.apply(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the store can't be opened: " + path, e);
        }
    }

    void put(String map, byte[] key, byte[] value) {
        change(map, key, value);
    }

    void remove(String map, byte[] key) {
        change(map, key, null);
    }

    void clear(String map) {
        change(map, null, null);
    }

    private void change(String map, byte @Nullable [] key, byte @Nullable [] value) {
        try {
            Integer known = numbers.get(map);
            int number = known == null ? numbers.size() : known;
            out.writeInt(number);
            if (known == null) {
                numbers.put(map, number);
                out.writeUTF(map);
            }
            bytes(key);
            bytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bytes(byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NONE : bytes.length);
        if (bytes != null) out.write(bytes);
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NONE ? null : in.readNBytes(length);
    }

    /** Whether there are changes that no commit has kept. */
    boolean isBehind() {
        return block.size() > 0;
    }

    /**
     * When this returns, the changes so far are the operating system's to keep; answers how long the journal is. What could not be
     * kept is tried again by the next commit.
     */
    long commit() {
        try {
            if (block.size() > 0) {
                ByteBuffer changes = block.written();
                ByteBuffer head =
                        ByteBuffer.allocate(HEAD).putInt(changes.remaining()).putLong(checksum(changes.duplicate()));
                write(new ByteBuffer[] {head.flip(), changes});
                block.clear();
            }
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the store can't be written", e);
        }
    }

    /** Half a block, where a disk is full, must not stay: whatever came behind it would be lost with it. */
    private void write(ByteBuffer[] buffers) throws IOException {
        long begin = channel.position();
        try {
            while (buffers[buffers.length - 1].hasRemaining()) channel.write(buffers);
        } catch (IOException e) {
            channel.position(begin);
            throw e;
        }
    }

    /** Forgets everything: it is in the file now. */
    void empty() {
        try {
            block.clear();
            numbers.clear();
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the store can't be emptied", e);
        }
    }

    private static void replay(Path path, Replay replay) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            for (byte[] bytes = block(in); bytes != null; bytes = block(in)) replay(bytes, names, replay);
        }
    }

    /** The next whole block; none at the end, or where a kill has cut it off. */
    private static byte @Nullable [] block(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) return null;
        ByteBuffer numbers = ByteBuffer.wrap(head);
        int length = numbers.getInt();
        long checksum = numbers.getLong();
        if (length <= 0) return null;
        byte[] bytes = in.readNBytes(length);
        return bytes.length == length && checksum(ByteBuffer.wrap(bytes)) == checksum ? bytes : null;
    }

    private static void replay(byte[] block, Map<Integer, String> names, Replay replay) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(block));
        while (in.available() > 0) {
            int number = in.readInt();
            String map = names.get(number);
            if (map == null) {
                map = in.readUTF();
                names.put(number, map);
            }
            replay.change(map, bytes(in), bytes(in));
        }
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
