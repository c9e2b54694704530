package org.simrelay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.lifecycle.MissedTicks;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.lifecycle.StateRestorer;
import org.simrelay.lifecycle.SweepResumer;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.records.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service with its routes does with the accounts it has. */
final class ServiceWork implements Takes.Work, Handover.Known {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceWork.class);

    private static final Duration MOST_IN_FLIGHT = Duration.ofSeconds(3);
    private static final Duration MOST_ENDING = Duration.ofSeconds(2);

    private final Installation home;
    private final CamelContext context;
    private final Registry beans;
    private final FormerSweeps former;
    private final Clock clock;
    private final Instant here;

    ServiceWork(Installation home, CamelContext context, FormerSweeps former, Clock clock) {
        this.home = home;
        this.context = context;
        this.beans = context.getRegistry();
        this.former = former;
        this.clock = clock;
        this.here = clock.instant();
    }

    @Override
    public SavedState read() {
        return StateRestorer.read(beans);
    }

    @Override
    public Map<String, Owner> owners() {
        return read().owners();
    }

    @Override
    public void endFormer(Collection<String> accounts) {
        if (!former.awaitNone(accounts, MOST_IN_FLIGHT)) {
            former.end(accounts, MOST_ENDING);
        }
    }

    @Override
    public void restore(SavedState state, Set<String> accounts) {
        StateRestorer.give(home, beans, state, accounts::contains);
    }

    @Override
    public void beyond(String account, long second) {
        account(account).credentials().beyond(second);
    }

    @Override
    public void resume(SavedState state, Set<String> accounts) {
        SweepResumer.on(context, clock).resumeAll(state, accounts);
        MissedTicks missed = new MissedTicks(context, beans.lookupByNameAndType("sweeps", Sweeps.class), clock, here);
        accounts.forEach(account -> missed.begin(home.files().polls(), account, state));
    }

    @Override
    public void forget(String account) {
        account(account).session().forget();
        List<String> paused =
                beans.lookupByNameAndType("sweeps", Sweeps.class).pauses().resumeAll(account);
        if (!paused.isEmpty()) {
            LOG.warn(
                    "{} was paused here: another process has its account, and its next tick begins a sweep there",
                    paused);
        }
    }

    @Override
    public long lastSecond(String account) {
        return account(account).credentials().lastSecond();
    }

    private Account account(String source) {
        int slash = source.indexOf('/', 1);
        return beans.lookupByNameAndType("accounts", Accounts.class)
                .of(source.substring(1, slash), source.substring(slash + 1));
    }
}
