package io.pacelight.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {
    private Ports() {}

    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is in use. Stop what listens there, or choose another with --port N (N and N+1 must be free)."
                            .formatted(port),
                    e);
        }
    }
}
