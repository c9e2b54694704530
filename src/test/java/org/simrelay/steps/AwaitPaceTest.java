package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.account.Permit;
import org.simrelay.sweep.Sweep;

/** A login counts where it goes out: no sweep has more logins than requests. */
class AwaitPaceTest {

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Exchange login = new DefaultExchange(new DefaultCamelContext());

    @Test
    void countsWhatGoesOutAndNothingElse() throws Exception {
        Permit permit = sweep.account().gate().acquirePermit(false, () -> false);
        login.setProperty(ExchangeContract.SWEEP, sweep);
        login.setProperty(ExchangeContract.PERMIT, permit);
        new AwaitPace().process(login);
        assertThat(sweep.counts().requests).hasValue(1);
        assertThat(sweep.counts().logins).hasValue(1);
        // its attempt is over before its turn comes
        Permit late = sweep.account().gate().acquirePermit(false, () -> false);
        late.cancel();
        login.setProperty(ExchangeContract.PERMIT, late);
        assertThatThrownBy(() -> new AwaitPace().process(login)).isInstanceOf(IllegalStateException.class);
        assertThat(sweep.counts().requests).hasValue(1);
        assertThat(sweep.counts().logins).hasValue(1);
    }
}
