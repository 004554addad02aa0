package io.pacelight.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests. Of an {@code OP_MSG} the documents of an insert and the changes of an update stay bytes, whose form has been
 * checked; what is not well formed is refused with an answer. A message whose very length can't be ends the connection.
 */
final class RequestDecoder extends MongoWireProtocolHandler {
    private static final int HEADER = 4 * Integer.BYTES;
    private static final int REQUEST_ID = Integer.BYTES;
    private static final int RESPONSE_TO = 2 * Integer.BYTES;
    private static final int OP_CODE = 3 * Integer.BYTES;

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        if (in.readableBytes() < HEADER) return null;
        int at = in.readerIndex();
        if (in.getIntLE(at + OP_CODE) != OpCode.OP_MSG.getId()) return super.decode(context, in);
        int length = in.getIntLE(at);
        if (length < HEADER || length > MAX_MESSAGE_SIZE_BYTES)
            throw new IOException("A message of " + length + " bytes can't be");
        if (in.readableBytes() < length) return null;
        MessageHeader header = new MessageHeader(length, in.getIntLE(at + REQUEST_ID), in.getIntLE(at + RESPONSE_TO));
        byte[] content = new byte[length - HEADER];
        in.skipBytes(HEADER).readBytes(content);
        try {
            return new MongoMessage(context.channel(), header, new Sections(content).document());
        } catch (MongoServerError malformed) {
            var _ = context.writeAndFlush(new MongoMessage(
                    context.channel(), new MessageHeader(0, header.getRequestID()), refusal(malformed)));
            return null;
        }
    }

    private static Document refusal(MongoServerError malformed) {
        return new Document("ok", 0.0)
                .append("errmsg", malformed.getMessageWithoutErrorCode())
                .append("code", malformed.getCode())
                .append("codeName", malformed.getCodeName());
    }
}
