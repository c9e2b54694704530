package org.simrelay.service;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.simrelay.http.VendorHttpComponent;
import org.simrelay.steps.ExchangeContract;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewCall;
import org.simrelay.sweep.Sweep;

/** Tells a preview how its HTTP calls go: method, host, status and time. */
final class PreviewCalls implements CamelConfiguration, HttpActivityListener {

    @Override
    public void configure(CamelContext context) {
        context.getComponent("http", VendorHttpComponent.class).setHttpActivityListener(this);
    }

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, @Nullable HttpEntity entity) {
        PreviewCall call = call(exchange);
        if (call != null) {
            call.wentOut(request.getMethod(), host.toHostString());
        }
    }

    @Override
    public void onResponseReceived(
            Object source,
            Exchange exchange,
            HttpHost host,
            HttpResponse response,
            @Nullable HttpEntity entity,
            long elapsed) {
        PreviewCall call = call(exchange);
        if (call != null) {
            call.came(response.getCode(), elapsed);
        }
    }

    private static @Nullable PreviewCall call(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        Preview preview = sweep == null ? null : sweep.preview();
        if (preview == null) {
            return null;
        }
        return ExchangeContract.request(exchange) == null ? preview.loginCall() : preview.call();
    }
}
