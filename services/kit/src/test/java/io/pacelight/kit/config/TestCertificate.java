package io.pacelight.kit.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A key of its own for 127.0.0.1, signed by itself; made anew for each test by the JDK's own tool. */
record TestCertificate(Path keyStore, Path pem) {
    static final String PASSWORD = "changeit";

    static TestCertificate make(Path directory) throws IOException, InterruptedException {
        Path keyStore = directory.resolve("server.p12");
        Path pem = directory.resolve("ca.crt");
        keytool(keyStore, "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1");
        keytool(keyStore, "-exportcert", "-rfc", "-file", pem.toString());
        return new TestCertificate(keyStore, pem);
    }

    PrivateKey key() throws IOException, GeneralSecurityException {
        return (PrivateKey) open().getKey("server", PASSWORD.toCharArray());
    }

    X509Certificate certificate() throws IOException, GeneralSecurityException {
        return (X509Certificate) open().getCertificate("server");
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            store.load(file, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void keytool(Path keyStore, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", "server", "-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException("keytool: " + said);
    }
}
