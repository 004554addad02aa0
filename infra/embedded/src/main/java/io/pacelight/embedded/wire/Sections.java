package io.pacelight.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.MessageFlag;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.pacelight.embedded.bson.Elements;
import io.pacelight.embedded.bson.RawBson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@code OP_MSG} is made of: the command, and lists that belong to it but stand beside it. */
final class Sections {
    private static final int INVALID_BSON = 22;
    private static final int CHECKSUM = Integer.BYTES;

    private final byte[] content;
    private final ByteBuffer in;
    private final int end;

    /**
     * Begins to read a message.
     *
     * @param content all that follows the header
     */
    Sections(byte[] content) {
        this.content = content;
        this.in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        need(Integer.BYTES, content.length);
        int flags = in.getInt();
        boolean checksum = MessageFlag.CHECKSUM_PRESENT.isSet(flags);
        int others = checksum ? MessageFlag.CHECKSUM_PRESENT.removeFrom(flags) : flags;
        if (others != 0) throw new UnsupportedOperationException("flags " + others + " are not supported");
        this.end = checksum ? content.length - CHECKSUM : content.length;
    }

    /** The command with its lists, of which the large ones are {@link RawBson}. */
    Document document() {
        Document body = null;
        Document lists = new Document();
        while (in.position() < end) {
            switch (in.get()) {
                case MongoMessage.SECTION_KIND_BODY -> {
                    if (body != null) throw malformed("there are two commands in one message");
                    body = next(end).decode();
                }
                case MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE -> readList(lists);
                default -> throw malformed("a section is of an unknown kind");
            }
        }
        if (body == null || body.isEmpty()) throw malformed("there is no command in the message");
        for (String name : lists.keySet())
            if (body.containsKey(name)) throw malformed("the list " + name + " is there twice");
        body.putAll(lists);
        return body;
    }

    private void readList(Document lists) {
        int start = in.position();
        need(Integer.BYTES, end);
        int length = in.getInt();
        if (length < Integer.BYTES || length > end - start) throw malformed("a section can't be " + length + " bytes");
        int limit = start + length;
        String name = name(limit);
        List<Object> documents = new ArrayList<>();
        while (in.position() < limit) documents.add(asNeeded(name, next(limit)));
        if (lists.put(name, documents) != null) throw malformed("the list " + name + " is there twice");
    }

    private static Object asNeeded(String list, RawBson document) {
        return switch (list) {
            case "documents" -> document;
            case "updates" -> statement(document);
            default -> document.decode();
        };
    }

    /** An update, of which the change itself stays bytes. */
    private static Document statement(RawBson update) {
        Document statement = new Document();
        for (Elements element = update.elements(); element.next(); ) {
            String name = element.name();
            @Nullable Object value = name.equals("u") && element.isDocument() ? element.document() : element.value();
            statement.put(name, value);
        }
        return statement;
    }

    private RawBson next(int limit) {
        RawBson document = RawBson.received(content, in.position(), limit);
        in.position(in.position() + document.length());
        return document;
    }

    private String name(int limit) {
        int start = in.position();
        while (in.position() < limit)
            if (in.get() == 0) return new String(content, start, in.position() - 1 - start, StandardCharsets.UTF_8);
        throw malformed("the name of a list has no end");
    }

    private void need(int bytes, int limit) {
        if (limit - in.position() < bytes) throw malformed("it is cut off");
    }

    private static MongoServerError malformed(String what) {
        return new MongoServerError(INVALID_BSON, "InvalidBSON", "Malformed message: " + what);
    }
}
