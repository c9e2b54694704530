package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No more cards can have failed than are lacking. */
class CountsTest {

    private final Counts counts = new Counts();

    private void published(int cards) {
        counts.acknowledged(List.of(new String[] {"1", "2", "3", "4", "5"}).subList(0, cards));
    }

    @Test
    void whatAPageHadThatWasNeverReadMayHaveComeWithAnother() {
        published(5);
        counts.failed(1, 4);
        counts.failedUnread(4);
        counts.fitTo(7L);
        assertThat(counts.failed).hasValue(2);
        assertThat(counts.failures).hasValue(1);
    }

    @Test
    void cardsThatAreKnownToHaveFailedStay() {
        published(5);
        counts.failed(1, 3);
        counts.failed(1, 1);
        counts.failedUnread(1);
        counts.fitTo(6L);
        assertThat(counts.failed).hasValue(3);
    }

    @Test
    void whatFitsOrIsNotKnownStays() {
        published(2);
        counts.failed(1, 3);
        counts.failedUnread(3);
        counts.fitTo(5L);
        counts.fitTo(9L);
        counts.fitTo(null);
        assertThat(counts.failed).hasValue(3);
    }
}
