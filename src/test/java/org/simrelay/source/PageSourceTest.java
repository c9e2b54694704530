package org.simrelay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;

/** Lists in pages, standing still and moving (src/docs/vendors.md). */
class PageSourceTest {

    private static final int SIZE = 20;

    // reads once what fits its total; as shipped it is 2
    private PageSource source = reading(1);
    private final List<String> published = new ArrayList<>();

    private static PageSource reading(int minPasses) {
        return new PageSource(SIZE, 2000, minPasses, 5);
    }

    private static List<String> cards(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "card-" + i).toList();
    }

    private static Answer page(List<String> list, int page, @Nullable Long total) {
        int from = Math.min(list.size(), (page - 1) * SIZE);
        List<Item> items = list.subList(from, Math.min(list.size(), from + SIZE)).stream()
                .map(card -> new Item(card, JsonNodeFactory.instance.textNode(card)))
                .toList();
        return new Answer(items, total);
    }

    private List<Request> takeAll() {
        List<Request> requests = new ArrayList<>();
        for (Request r = source.next(); r != null; r = source.next()) {
            requests.add(r);
        }
        return requests;
    }

    private List<Request> answer(Request request, Answer answer) {
        SortedAnswer sorted = source.sort(request, answer);
        sorted.publish().forEach(item -> published.add(String.valueOf(item.card())));
        return sorted.follow();
    }

    /** Reads what is asked for until nothing is, from a list that may be another at each request. */
    private int readToTheEnd(IntFunction<List<String>> listAtRequest) {
        return readToTheEnd(listAtRequest, n -> 0);
    }

    /** The same; where {@code insteadAtRequest} gives a page, its cards come in the place of those that were asked for. */
    private int readToTheEnd(IntFunction<List<String>> listAtRequest, IntUnaryOperator insteadAtRequest) {
        int asked = 0;
        List<Request> open = takeAll();
        while (!open.isEmpty() && asked < 1000) {
            List<Request> next = new ArrayList<>();
            for (Request request : open) {
                List<String> list = listAtRequest.apply(asked);
                int instead = insteadAtRequest.applyAsInt(asked++);
                next.addAll(answer(request, page(list, instead == 0 ? request.page() : instead, (long) list.size())));
            }
            next.addAll(takeAll());
            open = next;
        }
        return asked;
    }

    @Test
    void asksTheFirstPageAloneAndThenTheOthersSideBySide() {
        List<Request> first = takeAll();
        assertThat(first).extracting(Request::page).containsExactly(1);
        answer(first.get(0), page(cards(0, 45), 1, 45L));
        assertThat(takeAll()).extracting(Request::page).containsExactly(2, 3);
    }

    @Test
    void aListThatStandsStillIsReadOnceWhereOnePassIsEnough() {
        assertThat(readToTheEnd(n -> cards(0, 45))).isEqualTo(3);
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 45));
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(45);
    }

    @Test
    void aCardThatLeavesWhileAnotherJoinsIsFoundByASecondReading() {
        source = reading(2);
        List<String> before = cards(0, 45);
        // card-0 leaves behind page 1 and card-45 joins: card-20 slips to page 1, and the total stays
        List<String> after = cards(1, 46);
        int asked = readToTheEnd(n -> n == 0 ? before : after);
        assertThat(asked).isEqualTo(9);
        assertThat(published).contains("card-20").doesNotHaveDuplicates().hasSize(46);
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(46);
    }

    @Test
    void aListThatStandsStillIsReadTwiceAndPublishedOnce() {
        source = reading(2);
        assertThat(readToTheEnd(n -> cards(0, 45))).isEqualTo(6);
        assertThat(published).containsExactlyElementsOf(cards(0, 45));
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aBlockThatSlipsBetweenPagesWhileTheTotalHoldsIsFound() {
        source = reading(2);
        List<String> before = cards(0, 165);
        // behind page 1 its first 21 leave and 21 others join at the end
        List<String> after = cards(21, 186);
        readToTheEnd(n -> n == 0 ? before : after);
        assertThat(published).containsAll(cards(21, 165)).doesNotHaveDuplicates();
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(published.size());
    }

    @Test
    void cardsThatLeaveInEachPassDoNotHoldItUp() {
        source = reading(2);
        // 1 leaves behind each page
        int asked = readToTheEnd(n -> cards(n, 165));
        assertThat(asked).isLessThanOrEqualTo(27);
        assertThat(published).containsAll(cards(27, 165)).doesNotHaveDuplicates();
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(published.size());
    }

    @Test
    void aListThatMovesLessAndLessIsSettledByThePassThatSeesNothingNew() {
        source = reading(2);
        int[] joined = {0};
        // one joins at the end before each of the first two passes
        readToTheEnd(n -> cards(0, 45 + (n % 3 == 0 && n <= 6 ? ++joined[0] : joined[0])));
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 45 + joined[0]));
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(45 + joined[0]);
    }

    @Test
    void fewerCardsThanTheTotalNeverSettleAndAreCounted() {
        source = reading(2);
        List<Request> open = takeAll();
        while (!open.isEmpty()) {
            open.forEach(request -> answer(request, page(withADouble(), request.page(), 40L)));
            open = takeAll();
        }
        assertThat(published).hasSize(39);
        assertThat(source.status().doubt()).contains("last total was 40, 39 cards were seen");
        assertThat(source.status().expected()).isEqualTo(40);
    }

    private static List<String> withADouble() {
        List<String> list = new ArrayList<>(cards(0, 39));
        list.add(30, "card-0");
        return list;
    }

    @Test
    void aListThatGrowsForEverIsBoundedAndNobodyKnowsWhatIsMissing() {
        source = reading(2);
        int asked = readToTheEnd(n -> cards(0, 45 + n));
        assertThat(asked).isLessThan(50);
        assertThat(source.status().doubt()).contains("moved in each of 5 passes");
        assertThat(source.status().expected()).isEqualTo(published.size());
        assertThat(source.status().unasked()).isNull();
    }

    @Test
    void pagesThatRepeatInTheSecondPassProveNothing() {
        source = reading(2);
        int asked = readToTheEnd(n -> cards(0, 60), n -> n >= 3 && n < 6 ? 1 : 0);
        assertThat(asked).isEqualTo(9);
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 60));
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aListThatIsGoneInTheSecondPassIsAskedForAgain() {
        source = reading(2);
        int asked = readToTheEnd(n -> n == 3 ? List.of() : cards(0, 45));
        assertThat(asked).isEqualTo(7);
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 45));
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(45);
    }

    @Test
    void aListThatStaysGoneIsSettled() {
        source = reading(2);
        int asked = readToTheEnd(n -> n >= 3 ? List.of() : cards(0, 45));
        assertThat(asked).isEqualTo(7);
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(45);
    }

    @Test
    void aListThatSeemedEmptyInTheFirstPassIsReadAllTheSame() {
        source = reading(2);
        readToTheEnd(n -> n == 0 ? List.of() : cards(0, 45));
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 45));
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void anEmptyListIsAskedForTwice() {
        source = reading(2);
        assertThat(readToTheEnd(n -> List.of())).isEqualTo(2);
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isZero();
    }

    @Test
    void aTotalThatVanishesFromALaterPageHoldsAllTheSame() {
        source = reading(2);
        int asked = 0;
        List<String> list = cards(0, 45);
        for (Request request = source.next(); request != null; request = source.next()) {
            asked++;
            assertThat(answer(request, page(list, request.page(), request.page() == 1 ? 45L : null)))
                    .isEmpty();
        }
        assertThat(asked).isEqualTo(6);
        assertThat(published).containsExactlyElementsOf(list);
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aShortPageWhoseTotalVanishedIsReadAgain() {
        source = reading(2);
        answer(takeAll().get(0), page(cards(0, 45), 1, 45L));
        Request second = takeAll().get(0);
        Answer seventeen = new Answer(page(cards(0, 45), 2, 45L).items().subList(0, 17), null);
        assertThat(answer(second, seventeen)).extracting(Request::page).containsExactly(2);
    }

    @Test
    void beforeTheListIsSettledNothingCountsAsAsked() {
        source = reading(2);
        answer(takeAll().get(0), page(cards(0, 45), 1, 45L));
        assertThat(source.status().unasked()).isEqualTo(25);
        takeAll().forEach(request -> answer(request, page(cards(0, 45), request.page(), 45L)));
        assertThat(source.status().unasked()).isNull();
        source.next();
        assertThat(source.status().unasked()).isNull();
    }

    @Test
    void itemsWithoutACardThatMoveAreTheSameOnes() {
        source = reading(2);
        List<Request> open = takeAll();
        while (!open.isEmpty()) {
            List<Request> next = new ArrayList<>();
            for (Request request : open) {
                int shift = request.id().contains("reading") ? 3 : 0;
                next.addAll(answer(request, nameless(request.page(), shift)));
            }
            next.addAll(takeAll());
            open = next;
        }
        // of 42 items 3 have no card, and look alike
        assertThat(published).hasSize(42);
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isEqualTo(42);
    }

    /** A page of 39 cards and 3 alike items without one, which stand elsewhere with each shift. */
    private static Answer nameless(int page, int shift) {
        List<String> list = new ArrayList<>(cards(0, 39));
        list.add(5 + shift, "null");
        list.add(18 + shift, "null");
        list.add(30 + shift, "null");
        List<Item> items = page(list, page, 42L).items().stream()
                .map(item -> "null".equals(item.card()) ? new Item(null, item.node()) : item)
                .toList();
        return new Answer(items, 42L);
    }

    @Test
    void anEmptyListIsCompleteWithNothing() {
        assertThat(readToTheEnd(n -> List.of())).isEqualTo(1);
        assertThat(source.status().doubt()).isNull();
        assertThat(source.status().expected()).isZero();
    }

    @Test
    void aListThatShrinksWhileItIsReadIsReadAgain() {
        List<String> before = cards(0, 45);
        // the first card leaves behind page 1, so that the first of page 2 slips to page 1
        List<String> after = cards(1, 45);
        int asked = readToTheEnd(n -> n == 0 ? before : after);
        assertThat(asked).isEqualTo(9);
        assertThat(new TreeSet<>(published)).isEqualTo(new TreeSet<>(before));
        assertThat(published).doesNotHaveDuplicates();
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aListThatNeverSettlesIsBoundedAndNotCalledComplete() {
        int asked = readToTheEnd(n -> cards(n, n + 40 + n % 2));
        assertThat(asked).isLessThan(200);
        assertThat(source.status().doubt()).contains("moved");
    }

    // sorted by two at once without care, a map may not come to an end
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void answersMayBeSortedSideBySide() {
        List<String> list = cards(0, 40_000);
        answer(takeAll().get(0), page(list, 1, 40_000L));
        List<Request> open = takeAll();
        long found = open.parallelStream()
                .mapToLong(request -> source.sort(request, page(list, request.page(), 40_000L))
                        .publish()
                        .size())
                .sum();
        assertThat(published.size() + found).isEqualTo(40_000);
        assertThat(takeAll()).isEmpty();
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aPageShortBeforeTheTotalIsReadAgain() {
        Request first = takeAll().get(0);
        Answer short5 = new Answer(page(cards(0, 45), 1, 45L).items().subList(0, 15), 45L);
        List<Request> again = answer(first, short5);
        assertThat(again).extracting(Request::page).containsExactly(1);
        assertThat(answer(again.get(0), page(cards(0, 45), 1, 45L))).isEmpty();
        takeAll().forEach(request -> answer(request, page(cards(0, 45), request.page(), 45L)));
        assertThat(takeAll()).isEmpty();
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 45));
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void pagesThatRepeatLeaveADoubt() {
        int asked = 0;
        List<Request> open = takeAll();
        while (!open.isEmpty()) {
            List<Request> next = new ArrayList<>();
            for (Request request : open) {
                asked++;
                next.addAll(answer(request, page(cards(0, 60), 1, 60L)));
            }
            next.addAll(takeAll());
            open = next;
        }
        assertThat(asked).isEqualTo(15);
        assertThat(published).containsExactlyInAnyOrderElementsOf(cards(0, 20));
        assertThat(source.status().doubt()).isNotNull();
    }

    @Test
    void aListWithoutATotalEndsAtItsFirstPageThatIsNotFull() {
        List<String> list = cards(0, 45);
        int asked = 0;
        for (Request request = source.next(); request != null; request = source.next()) {
            asked++;
            answer(request, page(list, request.page(), null));
        }
        assertThat(asked).isEqualTo(3);
        assertThat(published).containsExactlyElementsOf(list);
        assertThat(source.status().expected()).isEqualTo(45);
        assertThat(source.status().doubt()).isNull();
    }

    @Test
    void aPageThatStaysUnreadLeavesADoubt() {
        answer(takeAll().get(0), page(cards(0, 45), 1, 45L));
        List<Request> others = takeAll();
        answer(others.get(0), page(cards(0, 45), 2, 45L));
        others.get(1).tally().unread();
        source.finished(others.get(1));
        assertThat(takeAll()).isEmpty();
        assertThat(source.status().doubt()).contains("unread");
    }

    @Test
    void aListBehindTheCapLeavesADoubt() {
        PageSource capped = new PageSource(SIZE, 2, 1, 5);
        for (int page = 1; page <= 2; page++) {
            Request request = Objects.requireNonNull(capped.next());
            capped.sort(request, page(cards(0, 60), page, 60L));
        }
        assertThat(capped.next()).isNull();
        assertThat(capped.status().doubt()).contains("page 2");
    }
}
