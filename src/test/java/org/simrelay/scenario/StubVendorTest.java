package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor of a scenario over real connections. */
final class StubVendorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path root;

    @Test
    void theFirstThatFitsAndIsNotUsedUpAnswers() throws Exception {
        try (StubVendor vendor = vendor(
                """
                - { get: /list, query: { page: 2 }, body: second }
                - { get: /list, times: 1, status: 503, headers: { Retry-After: 1 }, body: later }
                - { get: /list, query: { page: { matches: '[13]' } }, jslt: '{"page": .query.page, "call": .call, "none": null}' }
                - { post: /a, jslt: '.body + fallback(.headers."x-sign", "")' }
                """)) {
            HttpResponse<String> later = get(vendor, "/list?page=1");
            assertThat(later.statusCode()).isEqualTo(503);
            assertThat(later.headers().firstValue("Retry-After")).contains("1");
            assertThat(later.headers().firstValue("Date")).isEmpty();
            assertThat(get(vendor, "/list?page=2").body()).isEqualTo("second");
            assertThat(get(vendor, "/list?page=1").body()).isEqualTo("{\"page\":\"1\",\"call\":1,\"none\":null}");
            assertThat(get(vendor, "/list?page=3").body()).isEqualTo("{\"page\":\"3\",\"call\":2,\"none\":null}");
            assertThat(post(vendor, "这").body()).isEqualTo("这signed");
            assertThat(vendor.calls().unexpected()).isEmpty();
            assertThat(get(vendor, "/list?page=4").statusCode()).isEqualTo(404);
            assertThat(vendor.calls().unexpected()).containsExactly("/list?page=4");
            assertThat(vendor.calls().all()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "reset", "garbage", "cut-off"})
    void aConnectionBreaksAndTheNextWorks(String fault) throws Exception {
        try (StubVendor vendor = vendor("- { post: /a, times: 1, fault: " + fault
                + ", body: 'long enough to be cut' }\n- { post: /a, body: ok }\n")) {
            // a POST: the client would ask again by itself with a GET
            assertThatThrownBy(() -> post(vendor, "")).isInstanceOf(IOException.class);
            assertThat(post(vendor, "").body()).isEqualTo("ok");
        }
    }

    @Test
    void aBodyMayComeInPartsAndLate() throws Exception {
        try (StubVendor vendor =
                vendor("- { get: /a, delay: 30ms, drip: { parts: 3, pause: 20ms }, body: 0123456789 }\n")) {
            long begun = System.nanoTime();
            assertThat(get(vendor, "/a").body()).isEqualTo("0123456789");
            // two pauses between three parts
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(70));
        }
    }

    private StubVendor vendor(String stubs) throws IOException {
        Path file = Files.writeString(
                root.resolve("case.yaml"),
                "given:\n  vendor:\n" + stubs.indent(4) + "when: { polls: [a] }\nthen: { sweeps: [] }\n");
        return new StubVendor(ScenarioReader.read(file, root).given().vendor());
    }

    private static HttpResponse<String> post(StubVendor vendor, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(vendor.url() + "/a"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("X-Sign", body.isEmpty() ? "none" : "signed")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(StubVendor vendor, String target) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(vendor.url() + target)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
