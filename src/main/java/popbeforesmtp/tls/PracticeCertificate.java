package popbeforesmtp.tls;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
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

    /** Nothing is secret here. */
    private static final char[] PASSWORD = "practice".toCharArray();

    private PracticeCertificate() {}

    /** What is read once, when somebody first talks TLS. */
    private static final class Held {
        static final SSLContext CONTEXT;
        static final TrustManager TRUST;

        static {
            try {
                KeyStore own = KeyStore.getInstance("PKCS12");
                try (InputStream file = PracticeCertificate.class.getResourceAsStream(FILE)) {
                    own.load(Objects.requireNonNull(file, FILE), PASSWORD);
                }
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(own, PASSWORD);
                TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(trusted(own));
                TRUST = trust.getTrustManagers()[0];
                CONTEXT = SSLContext.getInstance("TLS");
                CONTEXT.init(keys.getKeyManagers(), null, null);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the practice certificate cannot be read", e);
            }
        }

        /** The certificate alone, as one to be trusted. */
        private static KeyStore trusted(KeyStore own) throws GeneralSecurityException, IOException {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Enumeration<String> names = own.aliases(); names.hasMoreElements(); ) {
                String name = names.nextElement();
                trusted.setCertificateEntry(name, (X509Certificate) own.getCertificate(name));
            }
            return trusted;
        }
    }

    /** Whom a caller trusts who knows the practice servers, and nobody else. */
    public static TrustManager trust() {
        return Held.TRUST;
    }

    /** The server's end of a new line. */
    public static SSLEngine server() {
        SSLEngine engine = Held.CONTEXT.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }
}
