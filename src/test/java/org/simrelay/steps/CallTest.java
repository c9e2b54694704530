package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.http.RequestTarget;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Sweep;

/**
 * What goes over the wire for vendors that sign otherwise than those that are shipped, to the byte. The digests are those of md5sum,
 * {@code openssl dgst -sm3} and sha256sum over the text that stands beside them.
 */
class CallTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> CARDS = List.of("8986000000000000001", "8986000000000000002");

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00.123Z");
    private final DefaultCamelContext context = new DefaultCamelContext();

    /** What went out, and what of it is a secret. */
    private record Sent(String target, Map<String, Object> headers, String body, BatchRequest request) {}

    /** The call of a batch of two cards, a second and 123 ms after eight o'clock UTC. */
    private Sent sent(String vendor, String query, String call, Map<String, String> credentials) throws Exception {
        Query asks = bind(new Query(), query);
        Call calls = bind(new Call(clock), call);
        Sweep sweep = TestSweeps.of(vendor + "-usage", clock, credentials);
        calls.check(sweep.account());
        clock.move(Duration.ofSeconds(1));
        BatchRequest request = BatchRequest.of(1, CARDS);
        request.attempts().tokens().use("canary-token");
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(ExchangeContract.SWEEP, sweep);
        exchange.setProperty(ExchangeContract.QUERY, asks);
        exchange.setProperty(ExchangeContract.REQUEST, request);
        calls.process(exchange);
        Map<String, Object> out = new TreeMap<>();
        VendorHeaders filter = new VendorHeaders();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (!filter.applyFilterToCamelHeaders(name, value, exchange) && !name.equals(RequestTarget.HEADER)) {
                out.put(name, value);
            }
        });
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return new Sent(
                exchange.getMessage().getHeader(RequestTarget.HEADER, String.class),
                out,
                body == null ? "" : new String(body, StandardCharsets.UTF_8),
                request);
    }

    private <T> T bind(T bean, String properties) throws JsonProcessingException {
        Map<String, Object> values = YAML.readValue(properties, new TypeReference<>() {});
        PropertyBindingSupport.bindProperties(context, bean, values);
        return bean;
    }

    // printf %s ct-app-key1795334401123SECRET | md5sum -> printf %s of that hex | md5sum
    /** China Telecom, 5GCMP: key, time and signature as headers, the digest of a digest; the cards as a JSON array. */
    @Test
    void headersWithADigestOfADigestAndAnArrayInTheBody() throws Exception {
        Sent sent = sent(
                "ctwing",
                """
                batch: 100
                path: /5gcmp/openapi/v1/card/usage
                ask: '{"iccids": $cards, "month": month($at, 0)}'
                card: .iccid
                """,
                """
                vendor: ctwing
                credentials: |
                  appKey public
                  secret
                sign: digest("md5", digest("md5", $credentials.appKey + $now + $credentials.secret))
                headers: '{"AppKey": $credentials.appKey, "Timestamp": $now, "Sign": $sign}'
                json: .
                """,
                Map.of("CTWING_MAIN_APPKEY", "ct-app-key", "CTWING_MAIN_SECRET", "canary&ctwing=secret"));

        assertThat(sent.target()).isEqualTo("/5gcmp/openapi/v1/card/usage");
        assertThat(sent.headers())
                .isEqualTo(Map.of(
                        "AppKey",
                        "ct-app-key",
                        "Timestamp",
                        "1795334401123",
                        "Sign",
                        "81633bac2ecec6ae39413b2187d908da"));
        assertThat(sent.body())
                .isEqualTo("{\"iccids\":[\"8986000000000000001\",\"8986000000000000002\"],\"month\":\"202611\"}");
        assertMasked(sent, "81633bac2ecec6ae39413b2187d908da", "canary&ctwing=secret");
    }

    /** China Unicom, CMP: an SM3 over names and values, as a token in the JSON body; nothing in the address. */
    @Test
    void tokenOfSm3InAJsonBody() throws Exception {
        Sent sent = sent(
                "unicom",
                """
                batch: 50
                path: /v1/cards/status
                ask: '{"iccids": $cards}'
                card: .iccid
                """,
                """
                vendor: unicom
                credentials: |
                  appId public
                  secret
                sign: >-
                  let time = format-time($now / 1000, "yyyy-MM-dd HH:mm:ss SSS", "Asia/Shanghai")
                  digest("sm3", "app_id" + $credentials.appId + "timestamp" + $time + "trans_id" + $transid + $credentials.secret)
                json: >-
                  {"app_id": $credentials.appId, "timestamp": format-time($now / 1000, "yyyy-MM-dd HH:mm:ss SSS", "Asia/Shanghai"),
                   "trans_id": $transid, "token": $sign, "data": .}
                """,
                Map.of("UNICOM_MAIN_APPID", "cu-app-id", "UNICOM_MAIN_SECRET", "canary&unicom=secret"));

        assertThat(sent.target()).isEqualTo("/v1/cards/status");
        assertThat(sent.headers()).isEmpty();
        assertThat(sent.body())
                .isEqualTo("{\"app_id\":\"cu-app-id\",\"timestamp\":\"2026-11-22 16:00:01 123\","
                        + "\"trans_id\":\"2026112216000100548985\","
                        + "\"token\":\"858d18f317edba77e43f7f493e735d68fa802266f7d08d005858f0b4d01a6804\","
                        + "\"data\":{\"iccids\":[\"8986000000000000001\",\"8986000000000000002\"]}}");
        assertMasked(sent, "858d18f317edba77e43f7f493e735d68fa802266f7d08d005858f0b4d01a6804", "canary&unicom=secret");
    }

    /** simboss: a form, signed with sha256 over its fields by the order of their names, and the secret behind them. */
    @Test
    void formSignedOverItsSortedFields() throws Exception {
        Sent sent = sent(
                "simboss",
                """
                batch: 100
                path: /2.0/device/detail/batch
                ask: '{"iccids": join($cards, ","), "remark": "a b&c=已激活", "none": null}'
                card: .iccid
                """,
                """
                vendor: simboss
                credentials: |
                  appid public [0-9]{12}
                  secret
                sign: 'digest("sha256", sorted({"appid": $credentials.appid, "timestamp": $now} + ., "=", "&") + $credentials.secret)'
                form: '{"appid": $credentials.appid, "timestamp": $now, "sign": $sign} + .'
                """,
                Map.of("SIMBOSS_MAIN_APPID", "102420177890", "SIMBOSS_MAIN_SECRET", "canary&simboss=secret"));

        assertThat(sent.target()).isEqualTo("/2.0/device/detail/batch");
        assertThat(sent.headers()).isEmpty();
        assertThat(sent.body())
                .isEqualTo(
                        "iccids=8986000000000000001,8986000000000000002&remark=a%20b%26c%3D%E5%B7%B2%E6%BF%80%E6%B4%BB"
                                + "&appid=102420177890&timestamp=1795334401123"
                                + "&sign=35ecc55c7c2402ffa03e5786189de647c80c3d18f17c02fe0dc903c0e1f9a520");
        assertMasked(sent, "35ecc55c7c2402ffa03e5786189de647c80c3d18f17c02fe0dc903c0e1f9a520", "canary&simboss=secret");
    }

    @Test
    void tokenAndParametersInTheAddressAndInTheHeadersOfAPath() throws Exception {
        Sent sent = sent(
                "other",
                """
                batch: 2
                path: /cards/{group}/usage?v=2
                ask: '{"group": "a/b c", "n": 2, "cards": join($cards, "_")}'
                card: .iccid
                """,
                """
                vendor: other
                headers: '{"Authorization": "Bearer " + $token, "X-Account": $account}'
                """,
                Map.of());

        assertThat(sent.target())
                .isEqualTo("/cards/a/b%20c/usage?v=2&n=2&cards=8986000000000000001_8986000000000000002");
        assertThat(sent.headers()).isEqualTo(Map.of("Authorization", "Bearer canary-token", "X-Account", "main"));
        assertThat(sent.body()).isEmpty();
    }

    @Test
    void aHeaderThatWouldBeTwoIsRejected() {
        assertThatThrownBy(() -> sent(
                        "other",
                        "batch: 2\npath: /x\nask: '{\"a\": \"1\\r\\nX-Own: 2\"}'\ncard: .n\n",
                        "vendor: other\nheaders: '{\"A\": .a}'\n",
                        Map.of()))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("header A has a control character");
    }

    /** Whoever quotes signature or secret bare, such as a vendor's words in a failure record or a preview, is masked. */
    private static void assertMasked(Sent sent, String... secrets) {
        for (String secret : secrets) {
            assertThat(sent.request().attempts().shown("they say " + secret + " is wrong", 200))
                    .isEqualTo("they say *** is wrong");
        }
    }
}
