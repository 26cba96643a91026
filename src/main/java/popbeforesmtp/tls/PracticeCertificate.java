package popbeforesmtp.tls;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;

/**
 * The one certificate of all practice servers, for their names and for this machine. It signs itself, and its key lies packed
 * beside it, for everybody to read: whoever talks to it is sealed off from listeners, but cannot know who has answered. Read at
 * its first use. It was made so:
 *
 * <pre>
 * keytool -genkeypair -alias practice -keyalg EC -groupname secp256r1 -dname "CN=practice mail servers, O=Receive then send" \
 *   -ext "san=dns:pop.plala.example,dns:smtp.plala.example,dns:pop.dion.example,dns:smtp.dion.example,dns:pop.yahoo.example,\
 *   dns:smtp.yahoo.example,dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1" -startdate "2007/01/01 00:00:00" -validity 36525 \
 *   -storetype PKCS12 -keystore practice.p12 -storepass practice
 * </pre>
 */
public final class PracticeCertificate {

    private static final String FILE = "/practice.p12";

    /** How many talks are remembered at each end; without a bound it would be many thousands. */
    private static final int REMEMBERED = 256;

    /** Nothing is secret here. */
    private static final char[] PASSWORD = "practice".toCharArray();

    private PracticeCertificate() {}

    /** What is read once, when somebody first talks TLS. */
    private static final class Held {
        static final SSLContext SERVER;
        static final SSLContext CALLER;
        static final X509Certificate CERTIFICATE;

        static {
            try {
                KeyStore own = KeyStore.getInstance("PKCS12");
                try (InputStream file = PracticeCertificate.class.getResourceAsStream(FILE)) {
                    own.load(Objects.requireNonNull(file, FILE), PASSWORD);
                }
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(own, PASSWORD);
                TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                CERTIFICATE = (X509Certificate) own.getCertificate(own.aliases().nextElement());
                trust.init(trusted(CERTIFICATE));
                SERVER = SSLContext.getInstance("TLS");
                SERVER.init(keys.getKeyManagers(), null, null);
                CALLER = SSLContext.getInstance("TLS");
                CALLER.init(null, trust.getTrustManagers(), null);
                SERVER.getServerSessionContext().setSessionCacheSize(REMEMBERED);
                CALLER.getClientSessionContext().setSessionCacheSize(REMEMBERED);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the practice certificate cannot be read", e);
            }
        }

        /** The certificate alone, as one to be trusted. */
        private static KeyStore trusted(X509Certificate certificate) throws GeneralSecurityException, IOException {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("practice", certificate);
            return trusted;
        }
    }

    /**
     * What a caller knows who trusts the practice servers, and nobody else. It is one for all of them: who calls again takes
     * up the keys of an earlier talk, and spares both ends the proof of who answers (RFC 8446, 2.2).
     */
    public static SSLContext caller() {
        return Held.CALLER;
    }

    /** The server's end of a new line. */
    public static SSLEngine server() {
        SSLEngine engine = Held.SERVER.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    /** The SHA-256 of the certificate, {@code 0A:1B…}, as a mail program shows it when it asks whether to trust it. */
    public static String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Held.CERTIFICATE.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the practice certificate cannot be read", e);
        }
    }
}
