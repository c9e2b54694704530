package org.simrelay.service;

import java.time.Clock;
import org.apache.camel.spi.Registry;
import org.simrelay.account.RequestExecutor;
import org.simrelay.account.RetryWaits;
import org.simrelay.config.Settings;
import org.simrelay.lifecycle.Changes;
import org.simrelay.lifecycle.Departures;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.ToldFailures;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.InvalidFailures;
import org.simrelay.records.Ledgers;
import org.simrelay.source.InventoryBatches;
import org.simrelay.steps.AbandonSweep;
import org.simrelay.steps.AccountsOfPoll;
import org.simrelay.steps.AcquirePermit;
import org.simrelay.steps.AwaitPace;
import org.simrelay.steps.BisectBatch;
import org.simrelay.steps.CountPublished;
import org.simrelay.steps.DecideOnFailure;
import org.simrelay.steps.EndSweep;
import org.simrelay.steps.FindItems;
import org.simrelay.steps.HandBackRequest;
import org.simrelay.steps.MapToCardEvents;
import org.simrelay.steps.OpenRequest;
import org.simrelay.steps.ReadReply;
import org.simrelay.steps.RecordFailure;
import org.simrelay.steps.ReleasePermit;
import org.simrelay.steps.RetryPolicy;
import org.simrelay.steps.StartSweep;
import org.simrelay.steps.SuspendRequest;
import org.simrelay.steps.SweepRequests;
import org.simrelay.steps.VendorHeaders;

/** The names by which routes find the steps that every sweep and request takes. */
record Steps(
        Settings settings,
        Clock clock,
        Mappings mappings,
        Failures failures,
        Ledgers ledgers,
        Sweeps sweeps,
        SweepEnds ends,
        ToldFailures told,
        InventoryBatches inventory,
        Departures departures,
        Changes changes,
        RequestExecutor threads) {

    void bind(Registry registry) {
        RetryWaits waits = new RetryWaits(settings);
        registry.bind("accountsOfPoll", new AccountsOfPoll(sweeps, clock));
        registry.bind("startSweep", new StartSweep(sweeps, ends));
        registry.bind("sweepRequests", new SweepRequests(inventory, threads, departures, changes));
        registry.bind("endSweep", new EndSweep(ends, departures, mappings, clock));
        registry.bind("openRequest", new OpenRequest());
        registry.bind("acquirePermit", new AcquirePermit());
        registry.bind("awaitPace", new AwaitPace());
        registry.bind("releasePermit", new ReleasePermit());
        registry.bind("vendorHeaders", new VendorHeaders());
        registry.bind("readReply", new ReadReply(clock));
        registry.bind("findItems", new FindItems());
        registry.bind(
                "mapToCardEvents", new MapToCardEvents(mappings, new InvalidFailures(failures), ledgers, waits, clock));
        registry.bind("countPublished", new CountPublished());
        registry.bind("retryPolicy", new RetryPolicy(waits));
        registry.bind("decideOnFailure", new DecideOnFailure());
        registry.bind("bisectBatch", new BisectBatch());
        registry.bind("handBackRequest", new HandBackRequest());
        registry.bind("suspendRequest", new SuspendRequest());
        registry.bind("recordFailure", new RecordFailure(failures, ledgers, told, clock));
        registry.bind("abandonSweep", new AbandonSweep());
    }
}
