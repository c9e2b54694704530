package org.simrelay.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;
import org.simrelay.http.CallDeadlines.Call;

/** A reply's body, whose stream is bounded in time and cut when it is closed early. */
final class BoundedEntity extends HttpEntityWrapper {

    private final Call call;
    private final Runnable cut;
    private @Nullable BoundedStream stream;

    BoundedEntity(HttpEntity entity, Call call, Runnable cut) {
        super(entity);
        this.call = call;
        this.cut = cut;
    }

    @Override
    public InputStream getContent() throws IOException {
        BoundedStream same = stream;
        if (same == null) {
            same = new BoundedStream(super.getContent(), call, cut);
            stream = same;
        }
        return same;
    }

    @Override
    public void close() throws IOException {
        call.end();
        super.close();
    }
}
