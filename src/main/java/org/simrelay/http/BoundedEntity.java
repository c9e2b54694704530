package org.simrelay.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A reply's body, whose stream is bounded in time and cut when it is closed early. */
final class BoundedEntity extends HttpEntityWrapper {

    private final Clock clock;
    private final Timeout most;
    private final Runnable cut;
    private @Nullable BoundedStream stream;

    BoundedEntity(HttpEntity entity, Clock clock, Timeout most, Runnable cut) {
        super(entity);
        this.clock = clock;
        this.most = most;
        this.cut = cut;
    }

    @Override
    public InputStream getContent() throws IOException {
        BoundedStream same = stream;
        if (same == null) {
            same = new BoundedStream(super.getContent(), clock, most, cut);
            stream = same;
        }
        return same;
    }
}
