package popbeforesmtp.deploy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import popbeforesmtp.Started;

/** Proxies as {@code deploy/} sets them up, at a port of this machine, before a site at another one. */
final class Proxy {

    private Proxy() {}

    /** A port that is free now. */
    /** One that no connection is given in between: systems take theirs from further up. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody listens there.
            }
        }
    }

    static Path nginxFile(Path folder, Certificate certificate, int port, int site) throws IOException {
        Adapted server = Adapted.of("nginx.conf")
                .with("server 127.0.0.1:7070;", "server 127.0.0.1:" + site + ";")
                .with("listen 443 ssl http2;", "listen 127.0.0.1:" + port + " ssl http2;")
                .with("/etc/ssl/mail.example.org.pem", certificate.chain().toString())
                .with("/etc/ssl/mail.example.org.key", certificate.key().toString())
                .with("root /usr/share/popbeforesmtp;", "root " + Adapted.FOLDER + ";");
        String temporary = "";
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary += kind + "_temp_path " + folder.resolve(kind) + ";\n";
        }
        return Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off;\nmaster_process off;\npid " + folder.resolve("nginx.pid")
                        + ";\nevents {}\nerror_log stderr;\nhttp {\n" + "access_log off;\n" + temporary + server.text()
                        + "}\n");
    }

    static Started nginx(Path file) throws IOException {
        return Started.program(Map.of(), List.of(Installed.program("nginx"), "-c", file.toString(), "-e", "stderr"));
    }

    static Started caddy(Path file, Path folder, Certificate certificate, int port, int site) throws IOException {
        return Started.program(
                Map.of(
                        "SITE", "https://localhost:" + port,
                        "TLS", certificate.chain() + " " + certificate.key(),
                        "HTTP_PORT", Integer.toString(freePort()),
                        "HTTPS_PORT", Integer.toString(port),
                        "BACKENDS", "127.0.0.1:" + site,
                        "BASE_PATH", "/mail",
                        "AWAY", Adapted.FOLDER.toString(),
                        "XDG_DATA_HOME", folder.toString(),
                        "XDG_CONFIG_HOME", folder.toString()),
                List.of(Installed.program("caddy"), "run", "--adapter", "caddyfile", "--config", file.toString()));
    }

    static Path haproxyFile(Path folder, Certificate certificate, int port, int one, int two) throws IOException {
        return Adapted.of("haproxy.cfg")
                .with("httpchk GET /readyz", "httpchk GET /mail/readyz")
                .with("bind :443", "bind 127.0.0.1:" + port)
                .with("/etc/ssl/mail.example.org.pem", certificate.both().toString())
                .with(
                        "/usr/share/popbeforesmtp/away.html",
                        Adapted.FOLDER.resolve("away.html").toString())
                .with("127.0.0.1:7070", "127.0.0.1:" + one)
                .with("127.0.0.1:7072", "127.0.0.1:" + two)
                .in(folder, "haproxy.cfg");
    }

    static Started haproxy(Path file) throws IOException {
        return Started.program(Map.of(), List.of(Installed.program("haproxy"), "-db", "-f", file.toString()));
    }
}
