package org.simrelay.bench.program;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Pooled connections to the vendor. */
final class FloorHttp {

    private final HttpHost vendor;
    private final String base;
    private final CloseableHttpClient client;

    private FloorHttp(String url, CloseableHttpClient client) {
        URI uri = URI.create(url);
        this.vendor = HttpHost.create(uri);
        this.base = uri.getRawPath();
        this.client = client;
    }

    /** With nothing of the client that could be left out. */
    static FloorHttp minimal(String url, int connections) {
        return new FloorHttp(url, HttpClients.createMinimal(pool(connections)));
    }

    /** The client as it comes. */
    static FloorHttp usual(String url, int connections) {
        return new FloorHttp(
                url,
                HttpClients.custom().setConnectionManager(pool(connections)).build());
    }

    private static PoolingHttpClientConnectionManager pool(int connections) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(10, TimeUnit.SECONDS)
                        .setSocketTimeout(25, TimeUnit.SECONDS)
                        .build())
                .build();
    }

    /** The body of the reply. */
    byte[] get(String path) throws IOException {
        HttpGet request = new HttpGet(URI.create(base + path));
        request.setConfig(RequestConfig.DEFAULT);
        return client.execute(vendor, request, FloorHttp::body);
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("HTTP " + response.getCode());
        }
        return EntityUtils.toByteArray(response.getEntity());
    }
}
