package io.pacelight.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports on the loopback address, for servers that must know theirs before they open it. */
final class Ports {
    static final String HOST = "127.0.0.1";
    static final InetAddress LOOPBACK = InetAddress.ofLiteral(HOST);

    private Ports() {}

    /** The port itself if nobody listens on it; otherwise a sentence that says what could not be started. */
    static int free(int port, String server) {
        try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("The " + server + " can't start: port " + port + " is in use", e);
        }
    }

    /** That many different ports, all free on the loopback address a moment ago. */
    static List<Integer> different(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) held.add(new ServerSocket(0, 1, LOOPBACK));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
