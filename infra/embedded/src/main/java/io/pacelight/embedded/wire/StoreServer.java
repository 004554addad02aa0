package io.pacelight.embedded.wire;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoThreadFactory;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Serves a backend to MongoDB clients at one address, until it is closed. */
public final class StoreServer implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int WAITING_CLIENTS = 100;
    private static final int CLOSING_SECONDS = 5;

    private final MongoBackend backend;
    private final EventLoopGroup acceptor = group(1, "mongo-server-boss");
    private final EventLoopGroup workers = group(THREADS, "mongo-server-worker");
    private final ChannelGroup clients = new DefaultChannelGroup(workers.next());
    private final Channel listening;

    /** Opens the port; if that fails nothing is left running, and the backend is closed. */
    public StoreServer(MongoBackend backend, InetSocketAddress address) {
        this.backend = backend;
        try {
            listening = new ServerBootstrap()
                    .group(acceptor, workers)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, WAITING_CLIENTS)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new Client())
                    .bind(address)
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private static EventLoopGroup group(int threads, String name) {
        return new MultiThreadIoEventLoopGroup(threads, new MongoThreadFactory(name), NioIoHandler.newFactory());
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Parts with the clients; the backend is closed when no command runs any more. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        stop();
    }

    private void stop() {
        Future<?> accepting = acceptor.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS);
        Future<?> working = workers.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS);
        accepting.syncUninterruptibly();
        working.syncUninterruptibly();
        backend.close();
    }

    private final class Client extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new MongoWireReplyEncoder())
                    .addLast(new AnswerEncoder())
                    .addLast(new RequestDecoder())
                    .addLast(new MongoDatabaseHandler(backend, clients))
                    .addLast(new MongoExceptionHandler());
        }
    }
}
