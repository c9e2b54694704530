package org.simrelay.steps;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.RequestExecutor;
import org.simrelay.lifecycle.AskedAgain;
import org.simrelay.lifecycle.Changes;
import org.simrelay.lifecycle.Departures;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.source.AccountSource;
import org.simrelay.source.CursorSource;
import org.simrelay.source.InventoryBatches;
import org.simrelay.source.PageSource;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What a sweep is split into: its requests, as the shape of its query cuts them; the expression of the split in {@code sweep.camel.yaml}. */
public final class SweepRequests {

    private final InventoryBatches inventory;
    private final RequestExecutor threads;
    private final Departures departures;
    private final Changes changes;

    public SweepRequests(InventoryBatches inventory, RequestExecutor threads, Departures departures, Changes changes) {
        this.changes = changes;
        this.departures = departures;
        this.inventory = inventory;
        this.threads = threads;
    }

    /**
     * The requests of a sweep; none where no sweep began.
     *
     * @throws org.simrelay.config.SettingsException when the query's properties do not fit, or the inventory cannot be read
     */
    public Iterator<@Nullable Request> of(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        if (sweep == null) {
            threads.beginNone();
            return Collections.emptyIterator();
        }
        Query query = exchange.getProperty(ExchangeContract.QUERY, Query.class);
        AskedAgain again =
                exchange.getProperty(ExchangeContract.RUN, PollRun.class).again();
        QueryRules.check(query, sweep.id().poll());
        query.completeCard();
        threads.begin(sweep.account());
        if (query.tellsGone() && sweep.preview() == null) {
            // one that is resumed has not seen the cards of its first part
            boolean tells = again == null && sweep.resumePoint().before().batch() == 0;
            if (query.leaves() == Leaves.NOTHING) {
                departures.begin(sweep, tells);
            } else {
                departures.beginByInventory(sweep, tells);
            }
        }
        if (sweep.preview() == null) {
            if (query.publishesChanges()) {
                changes.begin(sweep, query.everyNth(), again != null);
            } else {
                changes.beginWithout(sweep);
            }
        }
        return switch (query.shape()) {
            case BATCH -> sweep.from(inventory.of(sweep, query.size(), query.cards(), instead(again, sweep.preview())));
            case PAGE ->
                sweep.from(new PageSource(query.size(), query.mostPages(), query.minPasses(), query.maxPasses()));
            case CURSOR -> sweep.from(new CursorSource(query.mostPages(), query.minPasses(), query.maxPasses()));
            case ACCOUNT -> sweep.from(new AccountSource(sweep.account().name()));
        };
    }

    /** The file to read instead of the inventory; null for the inventory. */
    private static @Nullable Path instead(@Nullable AskedAgain again, @Nullable Preview preview) {
        return again != null ? again.inventory() : preview == null ? null : preview.cards();
    }
}
