package io.pacelight.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Asks the service in the same container whether it is ready, with nothing but a socket: an image needs no shell and no
 * curl. Ends with 0 if it says yes, with 1 otherwise; {@code SERVER_PORT} and {@code PACELIGHT_PROBE} say where.
 */
public final class Probe {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 4_000;

    private Probe() {}

    public static void main(String[] arguments) {
        System.exit(ready(System.getenv()) ? 0 : 1);
    }

    static boolean ready(Map<String, String> environment) {
        int port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080"));
        String path = environment.getOrDefault("PACELIGHT_PROBE", "/readyz");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }
}
