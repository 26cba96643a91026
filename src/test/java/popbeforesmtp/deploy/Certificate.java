package popbeforesmtp.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import popbeforesmtp.Started;

/** A certificate for localhost, made here and signed by itself. */
record Certificate(Path chain, Path key, Path both, SSLContext trust) {

    private static final String PASSWORD = "changeit";

    static Certificate madeIn(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("site.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "site",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        try (Started made = Started.program(Map.of(), command)) {
            if (made.exitCode() != 0) {
                throw new AssertionError("no certificate: " + made.written());
            }
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String chain = pem("CERTIFICATE", keys.getCertificate("site").getEncoded());
        String key =
                pem("PRIVATE KEY", keys.getKey("site", PASSWORD.toCharArray()).getEncoded());
        return new Certificate(
                Files.writeString(folder.resolve("site.pem"), chain),
                Files.writeString(folder.resolve("site.key"), key),
                Files.writeString(folder.resolve("both.pem"), chain + key),
                trusting(keys));
    }

    private static String pem(String kind, byte[] octets) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", keys.getCertificate("site"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
