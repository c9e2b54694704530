package org.simrelay.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.simrelay.records.Json;

/** Health as probes ask for it: 200 and UP, or 503 and DOWN, with each check and what is wrong. */
public final class HealthPath implements WebPath {

    private final CamelContext context;
    private final boolean live;

    private HealthPath(CamelContext context, boolean live) {
        this.context = context;
        this.live = live;
    }

    /** Whether the process is to be left alone; a restart mends nothing that is not its own. */
    public static HealthPath live(CamelContext context) {
        return new HealthPath(context, true);
    }

    /** Whether it does its work: start-up is over and Kafka answers. */
    public static HealthPath ready(CamelContext context) {
        return new HealthPath(context, false);
    }

    @Override
    public String path() {
        return "/observe/health/" + (live ? "live" : "ready");
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        List<HealthCheck.Result> results = HealthCheckRegistry.get(context).stream()
                .filter(check -> Health.GROUP.equals(check.getGroup()))
                .filter(check -> live ? check.isLiveness() : check.isReadiness())
                .map(check -> live ? check.callLiveness() : check.callReadiness())
                .toList();
        boolean up = results.stream().allMatch(result -> result.getState() == HealthCheck.State.UP);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("status", up ? "UP" : "DOWN");
        ArrayNode checks = answer.putArray("checks");
        for (HealthCheck.Result result : results) {
            ObjectNode check = checks.addObject()
                    .put("name", result.getCheck().getId())
                    .put("status", result.getState().name());
            result.getMessage().ifPresent(message -> check.put("message", message));
        }
        return WebAnswer.json(up ? 200 : 503, answer.toString());
    }
}
