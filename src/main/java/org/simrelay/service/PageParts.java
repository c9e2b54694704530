package org.simrelay.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.cluster.Cluster;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerReaders;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.lifecycle.OpenFailureCount;
import org.simrelay.lifecycle.OpenFailures;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;
import org.simrelay.mask.Cards;
import org.simrelay.page.ActionPath;
import org.simrelay.page.ByHand;
import org.simrelay.page.Dispatch;
import org.simrelay.page.KnownPolls;
import org.simrelay.page.Live;
import org.simrelay.page.Ownership;
import org.simrelay.page.PagePath;
import org.simrelay.page.PeerClient;
import org.simrelay.page.PollActions;
import org.simrelay.page.PollsPath;
import org.simrelay.page.SweepWatch;
import org.simrelay.records.Json;
import org.simrelay.records.Ledger;
import org.simrelay.status.LedgerFollower;
import org.simrelay.status.LedgerView;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListeners;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and the API over the running service. */
final class PageParts {

    private static final Logger LOG = LoggerFactory.getLogger(PageParts.class);

    private PageParts() {}

    /** What is to be served; from now on sweeps are watched and the ledger is read, until the context stops. */
    static List<WebPath> of(Service service, Installation home) {
        CamelContext context = service.context();
        Clock clock = service.clock();
        Clock monotonic = new MonotonicClock();
        Sweeps sweeps = service.bean("sweeps", Sweeps.class);
        Accounts accounts = service.bean("accounts", Accounts.class);
        SweepWatch watch = new SweepWatch(clock);
        service.bean("sweepListeners", SweepListeners.class).add(watch);
        KafkaSettings kafka = new KafkaSettings(home.settings());
        LedgerView ledger = new LedgerView();
        LedgerFollower follower = new LedgerFollower(() -> LedgerReaders.following(kafka), clock, monotonic);
        context.getRegistry().bind("ledgerFollower", follower, null, "close");
        OpenFailureCount open = new OpenFailureCount(Json.MAPPER, follower::isCurrent);
        context.getRegistry().bind("openFailureCount", open);
        follower.start(ledger::accept, open::take);
        PollRunner runner = new PollRunner(context);
        KnownPolls polls = new KnownPolls(home.files(), runner::has, accounts::names, monotonic);
        String instance = Cluster.instance(home.settings());
        Ownership owners = new Ownership(accounts.lease(), ledger, instance, clock);
        Live live = new Live(
                polls,
                accounts,
                sweeps,
                watch,
                ledger,
                follower,
                poll -> Timers.next(context, poll),
                owners,
                source -> isSuspended(service.ledgers().existing(source)),
                clock);
        ByHand byHand = new ByHand(
                runner::run,
                sweeps.running(),
                (poll, account) -> replay(service, poll, account),
                ledger,
                () -> follower.isCurrent() && follower.answers(),
                (poll, account) -> obstacle(service, accounts.of(RouteFiles.vendor(poll), account)),
                service.bean("sweepThreads", ExecutorService.class),
                clock);
        Dispatch actions = new Dispatch(
                new PollActions(sweeps.pauses(), byHand, clock),
                owners,
                new PeerClient(instance, WebSettings.of(home.settings()).token()),
                service.phase()::obstacle);
        List<WebPath> paths = new ArrayList<>(List.of(new PagePath(), new PollsPath(live)));
        paths.addAll(ActionPath.all(polls, actions));
        return paths;
    }

    private static @Nullable String obstacle(Service service, Account account) {
        String phase = service.phase().obstacle();
        if (phase != null) {
            return "the service is " + phase;
        }
        if (!account.lease().mayBegin()) {
            return "another machine has " + account.source() + ", or none does yet; ask there, or again in a moment";
        }
        return isSuspended(service.ledgers().existing(account.source()))
                ? "another process has taken " + account.source() + "; wait for its end"
                : null;
    }

    private static boolean isSuspended(@Nullable Ledger ledger) {
        return ledger != null && ledger.isSuspended();
    }

    private static void replay(Service service, String poll, String account) {
        OpenFailures open = service.replays().open(SweepId.key(poll, account));
        for (List<OpenFailure> next = open.next(); !next.isEmpty() && !service.isStopping(); next = open.next()) {
            // a poll's name stands for all its accounts
            List<OpenFailure> own = next.stream()
                    .filter(failure -> failure.account().equals(account))
                    .toList();
            for (Map.Entry<String, SweepEnd> end : service.replays().replay(own).entrySet()) {
                String reason = String.valueOf(end.getValue().reason());
                LOG.info(
                        "replay of {}: {}, {}",
                        end.getKey(),
                        end.getValue().result().word(),
                        Cards.hiddenInLine(reason));
            }
        }
    }
}
