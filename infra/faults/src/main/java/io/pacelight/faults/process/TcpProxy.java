package io.pacelight.faults.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between clients and one server on this machine, and makes the network between them as bad as it is told to. */
final class TcpProxy implements AutoCloseable {
    /** What becomes of the bytes. */
    enum Weather {
        /** They pass. */
        CLEAR,
        /** Each piece waits up to the delay before it passes. */
        DELAYED,
        /** Connections are closed at once, old and new. */
        CUT,
        /** Connections are accepted and stay open, but nothing passes, and what was lost on one is lost for ever. */
        HALF_OPEN
    }

    private final ServerSocket listening;
    private final int target;
    private final long delayMillis;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong disturbed = new AtomicLong();
    private volatile Weather weather = Weather.CLEAR;

    private static final class Link {
        private final Socket client;
        private final Socket server;
        /** Something was swallowed: as where a router forgot the connection, nothing ever passes it again. */
        private volatile boolean dead;

        private Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void close() {
            quietly(client);
            quietly(server);
        }
    }

    private TcpProxy(ServerSocket listening, int target, long delayMillis) {
        this.listening = listening;
        this.target = target;
        this.delayMillis = delayMillis;
    }

    /** Listens on {@code port} and passes on to {@code target}, whether or not anything listens there yet. */
    static TcpProxy between(int port, int target, long delayMillis) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            TcpProxy proxy = new TcpProxy(listening, target, delayMillis);
            Thread.ofPlatform().daemon().name("proxy-" + port).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy on port " + port, e);
        }
    }

    void weather(Weather now) {
        weather = now;
        if (now == Weather.CUT) closeAll();
    }

    /** How many pieces or connections were delayed, cut or swallowed so far. */
    long disturbed() {
        return disturbed.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> open(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void open(Socket client) {
        if (weather == Weather.CUT) {
            disturbed.incrementAndGet();
            quietly(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Link link = new Link(client, server);
            links.add(link);
            Thread.ofVirtual().start(() -> pass(link, client, server));
            Thread.ofVirtual().start(() -> pass(link, server, client));
        } catch (IOException nobodyThere) {
            quietly(client);
        }
    }

    private void pass(Link link, Socket from, Socket to) {
        byte[] piece = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length; (length = in.read(piece)) >= 0; ) {
                if (weather == Weather.HALF_OPEN) link.dead = true;
                if (link.dead) {
                    disturbed.incrementAndGet();
                    continue;
                }
                switch (weather) {
                    case CLEAR, HALF_OPEN -> out.write(piece, 0, length);
                    case DELAYED -> {
                        disturbed.incrementAndGet();
                        Thread.sleep(delayMillis);
                        out.write(piece, 0, length);
                    }
                    case CUT -> {
                        disturbed.incrementAndGet();
                        return;
                    }
                }
            }
        } catch (IOException broken) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.remove(link);
            link.close();
        }
    }

    private void closeAll() {
        for (Link link : links) {
            disturbed.incrementAndGet();
            link.close();
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }
}
