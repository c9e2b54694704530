package org.simrelay.sandbox.vendor;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The envelope of every iotbos reply: status is a number, 1 for success. */
final class IotbosEnvelope {
    private final Clock clock;

    IotbosEnvelope(Clock clock) {
        this.clock = clock;
    }

    /** Success with {@code data}, which is JSON. */
    Answer ok(String data) {
        return Answer.ok("1", "{\"status\":1,\"info\":null,\"data\":" + data + ",\"createtime\":" + now() + "}");
    }

    /** Failure because of the request or its token. */
    Answer refused(String info, @Nullable String violation) {
        return Answer.refused("0", failure(info), violation);
    }

    /** Failure that is the vendor's own. */
    Answer failed(String info) {
        return Answer.ok("0", failure(info));
    }

    private String failure(String info) {
        return "{\"status\":0,\"info\":\"" + info + "\",\"data\":null,\"createtime\":" + now() + "}";
    }

    private String now() {
        return '"' + Shanghai.slashes(clock.instant()) + '"';
    }
}
