package io.pacelight.embedded.wire;

import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import io.pacelight.embedded.bson.BsonWriter;

/** Writes an answer, in which documents may be bytes already. */
final class AnswerEncoder extends MessageToByteEncoder<MongoMessage> {
    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        out.writeIntLE(message.getHeader().getRequestID());
        out.writeIntLE(message.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(message.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        try {
            BsonWriter.write(message.getDocument(), out);
        } catch (RuntimeException e) {
            var _ = context.close(); // the client would wait for ever
            throw e;
        }
        out.setIntLE(start, out.writerIndex() - start);
    }
}
