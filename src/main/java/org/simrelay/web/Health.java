package org.simrelay.web;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/** One condition of readiness, among Camel's health checks. */
public final class Health extends AbstractHealthCheck {

    /** Camel's own checks, of routes and whom they speak with, are none of these: no vendor makes the service unready. */
    static final String GROUP = "simrelay";

    private final Supplier<@Nullable String> obstacle;

    /**
     * Of this name.
     *
     * @param obstacle why the service is not ready; null where it is
     */
    public Health(String name, Supplier<@Nullable String> obstacle) {
        super(GROUP, name);
        this.obstacle = obstacle;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        String why = obstacle.get();
        if (why == null) {
            builder.up();
        } else {
            builder.down().message(why);
        }
    }
}
