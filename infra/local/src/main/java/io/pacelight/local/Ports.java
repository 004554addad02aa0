package io.pacelight.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
public final class Ports {
    private static final int TRIES = 50;

    private Ports() {}

    /** A port for the pages that was free a moment ago together with the one after it, which sign-in takes. */
    public static int freePair() {
        for (int i = 0; i < TRIES; i++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException e) {
                // the next try draws another
            }
        }
        throw new CannotStart("no two free ports next to each other");
    }

    static void requireFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is in use. Stop what listens there, or choose another with --port N (N and N+1 must be free)."
                            .formatted(port),
                    e);
        }
    }
}
