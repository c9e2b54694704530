package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;

/**
 * What a source knows of its sweep's cards, at one moment.
 *
 * @param expected distinct cards this sweep is to publish, as far as known; null before
 * @param unasked cards that no request has asked for yet, as far as known; null where only the vendor knows
 * @param doubt why the sweep must not be called complete though every request was answered; null when it may
 * @param inventory how many cards the inventory has; null where the list is the vendor's
 * @param progress how far the sweep has come without a gap
 * @param mostPerRequest how many cards a request asks for at most
 * @param passes how often each card is asked for at least: a list that moves is read more than once
 * @param total how many items a list in pages has, as it told last; null where it told none, or there is no such list
 * @param rest of a source that is closed: the cards of the inventory that no request has asked for; null where they are none or
 *     not known
 */
public record SourceStatus(
        @Nullable Long expected,
        @Nullable Long unasked,
        @Nullable String doubt,
        @Nullable Long inventory,
        Progress progress,
        int mostPerRequest,
        int passes,
        @Nullable Long total,
        @Nullable CardSpan rest) {

    /** The doubt about a list of which a part was not read, whose failure stands for it. */
    public static final String PART_UNREAD = "a page stayed unread";

    /** Of a list that only the vendor knows. */
    public static SourceStatus ofList(
            @Nullable Long expected, @Nullable Long unasked, @Nullable String doubt, int mostPerRequest, int passes) {
        return ofPages(expected, unasked, doubt, mostPerRequest, passes, null);
    }

    /** Of a list in pages that only the vendor knows. */
    public static SourceStatus ofPages(
            @Nullable Long expected,
            @Nullable Long unasked,
            @Nullable String doubt,
            int size,
            int passes,
            @Nullable Long total) {
        return new SourceStatus(expected, unasked, doubt, null, Progress.NONE, size, passes, total, null);
    }

    /** How many cards a request asks for that no other has, as far as is known; 0 where that is not known. */
    public long asks(Request request) {
        if (request instanceof PageRequest page) {
            return page.isFirst() ? PageRequest.due(page.page(), mostPerRequest, total) : 0;
        }
        return request.cards().size();
    }
}
