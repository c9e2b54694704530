package org.simrelay.service;

import java.time.Clock;
import org.apache.camel.spi.Registry;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.InvalidFailures;
import org.simrelay.records.Ledgers;
import org.simrelay.steps.AbandonSweep;
import org.simrelay.steps.AcquirePermit;
import org.simrelay.steps.AwaitPace;
import org.simrelay.steps.BisectBatch;
import org.simrelay.steps.CountPublished;
import org.simrelay.steps.DecideOnFailure;
import org.simrelay.steps.HandBackRequest;
import org.simrelay.steps.MapToCardEvents;
import org.simrelay.steps.OpenRequest;
import org.simrelay.steps.PageItems;
import org.simrelay.steps.ReadReply;
import org.simrelay.steps.RecordFailure;
import org.simrelay.steps.ReleasePermit;
import org.simrelay.steps.RetryPolicy;
import org.simrelay.steps.SetRequestTarget;
import org.simrelay.steps.SuspendRequest;
import org.simrelay.steps.VendorHeaders;

/** The names by which routes find the steps that every request takes. */
record Steps(Settings settings, Clock clock, Mappings mappings, Failures failures, Ledgers ledgers) {

    void bind(Registry registry) {
        registry.bind("pageReader", new PageItems());
        registry.bind("requestScope", new OpenRequest());
        registry.bind("enterGate", new AcquirePermit());
        registry.bind("passGate", new AwaitPace());
        registry.bind("leaveGate", new ReleasePermit());
        registry.bind("replies", new ReadReply(clock));
        registry.bind("retryPolicy", new RetryPolicy(settings));
        registry.bind("cardEvents", new MapToCardEvents(mappings, new InvalidFailures(failures), ledgers, clock));
        registry.bind("acknowledged", new CountPublished());
        registry.bind("decideOnFailure", new DecideOnFailure());
        registry.bind("bisectBatch", new BisectBatch());
        registry.bind("handBackRequest", new HandBackRequest());
        registry.bind("suspendRequest", new SuspendRequest());
        registry.bind("recordFailure", new RecordFailure(failures, ledgers, clock));
        registry.bind("abandonSweep", new AbandonSweep());
        registry.bind("vendorAddress", new SetRequestTarget());
        registry.bind("vendorHeaders", new VendorHeaders());
    }
}
