package org.simrelay.bench;

import java.util.Locale;

/** A poll of the service, and how many cards one of its requests brings. */
public enum Workload {
    /** China Mobile IoT: signed requests, a list in pages. */
    CMIOT("cmiot-arrearage", "arrearage", 20),
    /** iotbos: a token, the cards of an inventory in batches. */
    IOTBOS("iotbos-usage", "usage", 100);

    private final String poll;
    private final String query;
    private final int cardsPerRequest;

    Workload(String poll, String query, int cardsPerRequest) {
        this.poll = poll;
        this.query = query;
        this.cardsPerRequest = cardsPerRequest;
    }

    public String poll() {
        return poll;
    }

    public String topic() {
        return "sim." + query;
    }

    /** The CloudEvents type of its records. */
    public String eventType() {
        return "simrelay." + query + ".v1";
    }

    public int cardsPerRequest() {
        return cardsPerRequest;
    }

    /** The vendor, as in settings and results. */
    public String vendor() {
        return name().toLowerCase(Locale.ROOT);
    }
}
