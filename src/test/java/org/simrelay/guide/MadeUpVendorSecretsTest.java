package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.Warnings;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.Preview;

/** A vendor that no Java knows: what its files name as secret, signature or token shows nowhere, though it quotes all it was sent. */
class MadeUpVendorSecretsTest {

    private static final String SECRET = "canary&acme=Secret 4711";
    private static final String TOKEN = "canary-token-0a1b2c3d4e5f6071";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final Set<String> signatures = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NullAway.Init")
    private HttpServer vendor;

    @BeforeEach
    void begin() throws IOException {
        ShippedFiles.copyTo(folder);
        Guide.between("## A new vendor", "**A signature instead").follow(folder);
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", this::answer);
        vendor.start();
    }

    @AfterEach
    void end() {
        vendor.stop(0);
    }

    /** Each login is good; whatever else is asked is refused in words that quote the whole request, in several forms. */
    private void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> signed = call.getRequestHeaders().getOrDefault("X-Sign", List.of());
        signatures.addAll(signed);
        String all = body + " " + call.getRequestHeaders().entrySet() + " " + call.getRequestURI();
        String quoted = (all + " " + all.toUpperCase(Locale.ROOT) + " " + URLEncoder.encode(all, StandardCharsets.UTF_8)
                        + " " + SECRET + " " + TOKEN)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
        String reply = call.getRequestURI().getPath().endsWith("/auth/login")
                ? "{\"code\": 0, \"msg\": \"" + quoted + "\", \"data\": {\"token\": \"" + TOKEN
                        + "\", \"expiresIn\": 7200}}"
                : "{\"code\": 9999, \"msg\": \"" + quoted + "\", \"data\": {\"total\": \"" + quoted + "\"}}";
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Test
    void tokenInABody() {
        List<String> texts = told();
        assertHidden(texts, List.of(SECRET, TOKEN));
        assertThat(texts).anyMatch(text -> text.contains("\"token\":\"***\"") || text.contains("token\\\":\\\"***"));
    }

    @Test
    void signatureInAHeader() throws IOException {
        Guide.between("**A signature instead", "## ").follow(folder);
        Files.delete(folder.resolve("routes/vendors/acme-login.camel.yaml"));
        List<String> texts = told();
        assertThat(signatures).hasSizeGreaterThan(1);
        List<String> secrets = new ArrayList<>(signatures);
        secrets.add(SECRET);
        assertHidden(texts, secrets);
    }

    /** All that a sweep publishes and warns of, masked once more by no appender, and what a preview shows. */
    private List<String> told() {
        Installation home = Installation.open(
                folder,
                Map.of(
                        "ACME_URL", "http://127.0.0.1:" + vendor.getAddress().getPort() + "/v1",
                        "ACME_MAIN_SECRET", SECRET,
                        "ACME_MAX_ATTEMPTS", "2",
                        "ACME_MAIN_REQUESTS_PER_SECOND", "1000",
                        "RETRY_INITIAL_DELAY", "1ms",
                        "RETRY_MAX_DELAY", "2ms",
                        "CMIOT_ENABLED", "false",
                        "IOTBOS_ENABLED", "false"));
        DryRunKafka kafka = new DryRunKafka();
        List<String> texts = new ArrayList<>();
        try (Service service = ServiceStart.dryRun(home, List.of("acme-cards"), kafka, null)) {
            var unused = service.byHand().sweep("acme-cards");
            Preview preview = new Preview();
            service.byHand().preview("acme-cards", preview);
            texts.add("request " + preview.request());
            texts.add("reply " + preview.reply());
            texts.add("failure " + preview.failure());
            texts.add("end " + preview.end());
        }
        kafka.records().forEach(record -> texts.add(record.toString()));
        assertThat(warnings.lines()).isNotEmpty();
        texts.addAll(warnings.lines());
        assertThat(texts).anyMatch(text -> text.contains("sim.failures"));
        assertThat(texts).filteredOn(text -> text.contains("***")).hasSizeGreaterThan(2);
        return texts;
    }

    private static void assertHidden(List<String> texts, List<String> secrets) {
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            forms.add(secret.toLowerCase(Locale.ROOT));
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
        for (String text : texts) {
            assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(forms);
        }
    }
}
