package org.simrelay.steps;

import org.simrelay.config.SettingsException;
import org.simrelay.reply.Items;

/** What the properties of a query must say together, whatever came of its file's check: looked at when a sweep begins. */
final class QueryRules {

    private QueryRules() {}

    /** @throws SettingsException naming the poll, what does not fit, and the remedy */
    static void check(Query query, String poll) {
        if (query.shapes() > 1) {
            throw new SettingsException(
                    poll + " has more than one of batch, page and next; a query has one shape, keep one");
        }
        if (query.isEndless()) {
            throw new SettingsException(
                    "the list of " + poll + " has neither total nor endsShort: " + Items.END_UNKNOWN);
        }
        if (query.maxPasses() < query.minPasses()) {
            throw new SettingsException("the list of " + poll + " has maxPasses " + query.maxPasses()
                    + " below minPasses " + query.minPasses() + "; raise the one or lower the other");
        }
        if (query.cleared() && query.shape() != Shape.PAGE && query.shape() != Shape.CURSOR) {
            throw new SettingsException(
                    poll + " has cleared, but no list of the vendor's that a card could leave; remove cleared");
        }
        if (query.leaves() != Leaves.NOTHING && query.shape() != Shape.BATCH) {
            throw new SettingsException(
                    poll + " has leaves, but asks for no inventory that a card could leave; remove leaves");
        }
        if (query.lacksCard()) {
            throw new SettingsException(poll + " has no card: nothing says where an item's card number stands; add it");
        }
    }
}
