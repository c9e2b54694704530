package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A vendor behind TLS is asked as any other, though Camel has a component of its own for https. */
final class HttpsTest extends RealRoutes {

    private static final String PASSWORD = "changeit";
    private static final String PAGE =
            """
            {"status":"0","message":"ok","result":[{"arrearageUserInfo":{"total":"1","userInfos":[
              {"msisdn":"1064800000001","status":"02","statusDate":"20240528","currentDate":"20261122"}]}}]}
            """;

    @TempDir
    private Path temp;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private SSLContext tls;

    @SuppressWarnings("NullAway.Init")
    private HttpsServer vendor;

    @Override
    protected void setupResources() throws Exception {
        tls = tls(selfSigned());
        vendor = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.setHttpsConfigurator(new HttpsConfigurator(tls));
        vendor.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        vendor.start();
        prepare(
                Map.of(
                        "cmiot.url",
                        "https://localhost:" + vendor.getAddress().getPort() + "/v2",
                        "iotbos.enabled",
                        "false"),
                List.of());
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getComponent("https", HttpComponent.class).setSslContextParameters(new Trust(tls));
        return created;
    }

    @AfterEach
    void stop() {
        vendor.stop(0);
    }

    @Test
    @Timeout(180)
    void isAskedAtItsAddress() throws Exception {
        signatures();
        sweep("cmiot-arrearage");
        // a list is settled by its second pass
        assertThat(asked).hasSize(2);
        assertThat(asked.peek())
                .startsWith("/v2/arrearageuserinfo?ebid=")
                .contains("&pageNum=1&appid=" + APPID + "&transid=" + APPID, "&token=");
        assertThat(records().toString()).contains("\"card\":\"1064800000001\"");
    }

    @Test
    void isAskedWithTheOptionsOfHttp() {
        assertThat(context.getComponent("https")).isSameAs(context.getComponent("http"));
        HttpComponent component = context.getComponent("https", HttpComponent.class);
        assertThat(component.getConnectionsPerRoute()).isGreaterThan(200);
        assertThat(component.isAutomaticRetriesDisabled()).isTrue();
    }

    private Path selfSigned() throws IOException, InterruptedException {
        Path store = temp.resolve("vendor.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "vendor",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private static SSLContext tls(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Trusts the vendor's own certificate. */
    private static final class Trust extends SSLContextParameters {
        private final SSLContext trusting;

        private Trust(SSLContext trusting) {
            this.trusting = trusting;
        }

        @Override
        public SSLContext createSSLContext(CamelContext camel) {
            return trusting;
        }
    }
}
