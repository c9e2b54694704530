package org.simrelay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.Request;

/** A list in parts ends where a part tells no cursor, and nowhere else. */
class CursorSourceTest {

    private final List<String> published = new ArrayList<>();
    private CursorSource source = new CursorSource(100, 1, 5);

    private static Answer part(@Nullable Long total, @Nullable String next, String... cards) {
        List<Item> items = Stream.of(cards)
                .map(card -> new Item(card, TextNode.valueOf(card)))
                .toList();
        return new Answer(items, total, next == null ? NullNode.instance : TextNode.valueOf(next));
    }

    private JsonNode ask(Answer answer) throws Exception {
        Request request = Objects.requireNonNull(source.next());
        source.sort(request, answer).publish().forEach(item -> published.add(String.valueOf(item.card())));
        return Objects.requireNonNull(request.variables().get("cursor"));
    }

    @Test
    void eachPartIsAskedWithTheCursorOfTheOneBefore() throws Exception {
        assertThat(ask(part(null, "a", "1", "2")).isNull()).isTrue();
        assertThat(ask(part(null, "b")).asText()).isEqualTo("a");
        assertThat(ask(part(null, null, "3")).asText()).isEqualTo("b");
        assertThat(source.next()).isNull();
        assertThat(published).containsExactly("1", "2", "3");
        assertThat(source.status().expected()).isEqualTo(3);
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void oneIsAskedAfterTheOther() throws Exception {
        Objects.requireNonNull(source.next());
        assertThat(source.next()).isNull();
    }

    @Test
    void aCursorThatComesTwiceLeavesADoubt() throws Exception {
        ask(part(null, "a", "1"));
        ask(part(null, "a", "2"));
        assertThat(source.next()).isNull();
        assertThat(source.status().doubt()).contains("cursor came twice");
    }

    @Test
    void aCardSeenAgainIsNotPublishedAgain() throws Exception {
        ask(part(null, "a", "1", "2"));
        ask(part(null, null, "2", "3"));
        assertThat(published).containsExactly("1", "2", "3");
    }

    @Test
    void aTotalThatIsNotReachedHasTheListReadAgainAndLeavesADoubtAtLast() throws Exception {
        for (int pass = 1; pass <= 5; pass++) {
            ask(part(3L, null, "1", "2"));
        }
        assertThat(source.next()).isNull();
        assertThat(source.status().doubt()).contains("lacks cards of its total");
        assertThat(source.status().unasked()).isEqualTo(1);
    }

    @Test
    void aSecondPassSettlesWhereItIsAskedFor() throws Exception {
        source = new CursorSource(100, 2, 5);
        ask(part(null, null, "1"));
        ask(part(null, null, "1", "2"));
        ask(part(null, null, "2", "1"));
        assertThat(source.next()).isNull();
        assertThat(source.status().doubt()).isNull();
        assertThat(published).containsExactly("1", "2");
    }

    @Test
    void aTotalThatVanishesInMidListDoesNotEndIt() throws Exception {
        ask(part(4L, "a", "1", "2"));
        ask(part(0L, null));
        assertThat(source.next()).isNotNull();
        assertThat(source.status().unasked()).isEqualTo(2);
    }

    @Test
    void aPartThatStaysUnreadEndsTheListInDoubt() throws Exception {
        ask(part(null, "a", "1"));
        Request second = Objects.requireNonNull(source.next());
        second.tally().unread();
        source.finished(second);
        assertThat(source.next()).isNull();
        assertThat(source.status().doubt()).contains("unread");
        assertThat(source.status().expected()).isNull();
    }

    @Test
    void aListWithoutAnEndStopsAtItsBound() throws Exception {
        source = new CursorSource(2, 1, 5);
        ask(part(null, "a", "1"));
        ask(part(null, "b", "2"));
        assertThat(source.next()).isNull();
        assertThat(source.status().doubt()).contains("part 2");
    }
}
