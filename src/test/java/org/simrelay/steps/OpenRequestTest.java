package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.source.AccountSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** A part of a sweep's split: whatever becomes of it, its request is finished, and none is lost. */
class OpenRequestTest {

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final RequestQueue requests = sweep.from(new AccountSource("main"));
    private final Request request = Objects.requireNonNull(requests.next());
    private final Exchange part = new DefaultExchange(new DefaultCamelContext());

    private void open() {
        part.setProperty(ExchangeContract.SWEEP, sweep);
        part.getMessage().setBody(request);
        new OpenRequest().process(part);
    }

    private void over() {
        part.getExchangeExtension().handoverCompletions().forEach(done -> done.onComplete(part));
    }

    @Test
    void aPartThatIsOverIsFinished() {
        open();
        assertThat(ExchangeContract.request(part)).isSameAs(request);
        over();
        assertThat(requests.next()).isNull();
        assertThat(sweep.stopped()).isFalse();
        assertThat(requests.queued()).isEmpty();
    }

    @Test
    void aPartWhoseFailureCouldNotBeRecordedIsAskedForAgainOrReported() {
        open();
        part.setException(new IllegalStateException("a bug"));
        over();
        assertThat(requests.next()).isNull();
        assertThat(sweep.stopReason()).isEqualTo("account could not be finished: a bug");
        assertThat(requests.queued()).extracting(Request::id).isEqualTo(List.of("account"));
        assertThat(requests.queued()).allMatch(Request::isWholeAndUnasked);
    }
}
