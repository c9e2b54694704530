package org.simrelay.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands open is counted once each, and what is held of it is bounded. */
class OpenBookTest {

    private final OpenBook book = new OpenBook(1_000);

    private static OpenItem item(String key, int number, long cards) {
        Instant at = Instant.parse("2026-11-22T08:00:00Z").plusSeconds(number);
        return new OpenItem(
                key + "@t/" + number, key, key, "main", key + "@t", "rejected", null, "no", 1, List.of(), cards, at);
    }

    @Test
    void countsEachOnceHoweverOftenItIsSaid() {
        book.open(item("iotbos-usage", 1, 50));
        book.open(item("iotbos-usage", 1, 50));
        book.open(item("iotbos-usage", 2, 1));
        book.open(item("cmiot-arrearage", 3, 7));
        assertThat(book.of("iotbos-usage")).isEqualTo(new OpenTotal(2, 51));
        assertThat(book.all()).isEqualTo(new OpenTotal(3, 58));
        book.closed("iotbos-usage", "iotbos-usage@t/1");
        book.closed("iotbos-usage", "iotbos-usage@t/1");
        book.closed("iotbos-usage", "never opened");
        assertThat(book.of("iotbos-usage")).isEqualTo(new OpenTotal(1, 1));
        assertThat(book.newest()).extracting(OpenItem::id).containsExactly("cmiot-arrearage@t/3", "iotbos-usage@t/2");
    }

    @Test
    void holdsTheNewestOfEachPollAndCountsAll() {
        for (int number = 0; number < 120; number++) {
            book.open(item("iotbos-usage", number, 1));
        }
        assertThat(book.newest()).hasSize(OpenBook.MOST_SHOWN_OF_ONE);
        assertThat(book.newest().get(0).id()).isEqualTo("iotbos-usage@t/119");
        assertThat(book.of("iotbos-usage")).isEqualTo(new OpenTotal(120, 120));
        for (int number = 0; number < 120; number++) {
            book.closed("iotbos-usage", "iotbos-usage@t/" + number);
        }
        assertThat(book.all()).isEqualTo(OpenTotal.NONE);
        assertThat(book.newest()).isEmpty();
    }

    @Test
    void holdsNoMoreOfAllThanItsBoundAndSaysWhenItCountsNoMore() {
        for (int poll = 0; poll < 30; poll++) {
            for (int number = 0; number < 40; number++) {
                book.open(item("poll-" + poll, number, 1));
            }
        }
        assertThat(book.newest()).hasSize(OpenBook.MOST_SHOWN);
        assertThat(book.all().failures()).isEqualTo(1_000);
        assertThat(book.isMore()).isTrue();
    }
}
