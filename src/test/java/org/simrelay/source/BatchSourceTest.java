package org.simrelay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.inventory.Copies;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.CardSpan;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;

/** An inventory in batches: each card once, and what is not in a reply asked once more. */
class BatchSourceTest {

    @TempDir
    Path dir;

    private BatchSource source(String text, int size, Progress from) throws IOException {
        return new BatchSource(Copies.of(Files.writeString(dir.resolve("cards.csv"), text)), size, from);
    }

    private BatchSource source(String text, int size) throws IOException {
        return source(text, size, Progress.NONE);
    }

    private String fingerprint(String text, int size) throws IOException {
        return source(text, size).status().progress().fingerprint();
    }

    private static List<Request> all(BatchSource source) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Request r = source.next(); r != null; r = source.next()) {
            requests.add(r);
        }
        return requests;
    }

    private List<List<String>> batches(String text, int size) throws IOException {
        return all(source(text, size)).stream().map(Request::cards).toList();
    }

    private static Answer answer(String... cards) {
        return new Answer(
                Arrays.stream(cards)
                        .map(card -> new Item(card, JsonNodeFactory.instance.textNode(card)))
                        .toList(),
                null);
    }

    @Test
    void cutsALineANumberIntoBatches() throws IOException {
        assertThat(batches("1001\n1002\n\n1003\r\n1004\n1005", 2))
                .containsExactly(List.of("1001", "1002"), List.of("1003", "1004"), List.of("1005"));
    }

    @Test
    void readsTheColumnCardOfACsv() throws IOException {
        assertThat(batches("\uFEFFname,card,account\n\"a, b\",1001,main\nc, 1002 ,main\n", 50))
                .containsExactly(List.of("1001", "1002"));
    }

    @Test
    void asksForADoubledLineOnce() throws IOException {
        assertThat(batches("1001\n1002\n1001\n1003\n1002\n1001\n", 2))
                .containsExactly(List.of("1001", "1002"), List.of("1003"));
    }

    @Test
    void linesWithoutACardAreADoubt() throws IOException {
        assertThat(source("1001\n10 02\n1003\n", 10).status().doubt())
                .startsWith("1 lines ")
                .contains("line 2");
        assertThat(source("1001\n1003\n", 10).status().doubt()).isNull();
    }

    @Test
    void asksOnceMoreForACardThatIsNotInTheReplyAndThenBelievesIt() throws IOException {
        BatchSource source = source("1001\n1002\n1003\n", 10);
        Request batch = all(source).get(0);

        SortedAnswer first = source.sort(batch, answer("1003", "1001"));
        assertThat(first.missing()).isEmpty();
        assertThat(first.publish()).extracting(Item::card).containsExactly("1003", "1001");
        assertThat(first.follow()).singleElement().satisfies(again -> {
            assertThat(again.cards()).containsExactly("1002");
            assertThat(source.sort(again, answer()).missing()).containsExactly("1002");
        });
    }

    @Test
    void neverPublishesACardThatNobodyAskedForNorOneTwice() throws IOException {
        BatchSource source = source("1001\n1002\n", 10);
        SortedAnswer sorted = source.sort(all(source).get(0), answer("1001", "9999", "1002", "1001"));
        assertThat(sorted.publish()).extracting(Item::card).containsExactly("1001", "1002");
        assertThat(sorted.strays()).isEqualTo(1);
        assertThat(sorted.duplicates()).isEqualTo(1);
    }

    @Test
    void progressHasNoGapAndWaitsForWhatFollows() throws IOException {
        BatchSource source = source("1001\n1002\n1003\n1004\n", 1);
        List<Request> requests = all(source);
        source.finished(requests.get(1));
        assertThat(source.status().progress().batch()).isZero();
        BatchRequest again = ((BatchRequest) requests.get(0)).repeat(List.of("1001"));
        again.batchTally().opened();
        source.finished(requests.get(0));
        assertThat(source.status().progress().batch()).isZero();
        again.tally().done(1, 0);
        source.finished(again);
        assertThat(source.status().progress().batch()).isEqualTo(2);
        assertThat(source.status().progress().published()).isEqualTo(1);
    }

    @Test
    void goesOnBehindACheckpoint() throws IOException {
        String text = "1001\n1002\n1003\n1002\n1004\n1005\n";
        BatchSource source = source(text, 2, new Progress(fingerprint(text, 2), 1, 2, 0));
        assertThat(source.status().unasked()).isEqualTo(3);
        assertThat(all(source)).extracting(Request::cards).containsExactly(List.of("1003", "1004"), List.of("1005"));
    }

    @Test
    void anotherOrderIsAnotherFingerprint() throws IOException {
        assertThat(fingerprint("1002\n1001\n", 10)).isNotEqualTo(fingerprint("1001\n1002\n", 10));
    }

    @Test
    void whatIsLeftWhenItIsClosedIsToldByItsFirstAndItsLastCard() throws IOException {
        BatchSource source = source("1001\n1002\n1003\n1002\n1004\n1005\n", 2);
        assertThat(source.next()).isNotNull();
        source.close();
        source.close();
        assertThat(source.status().rest()).isEqualTo(new CardSpan("1003", "1005"));
        BatchSource whole = source("1001\n1002\n", 2);
        assertThat(whole.next()).isNotNull();
        whole.close();
        assertThat(whole.status().rest()).isNull();
    }
}
