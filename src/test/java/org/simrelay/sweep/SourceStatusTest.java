package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many cards a request asks for that no other has. */
class SourceStatusTest {

    private static SourceStatus pages(@Nullable Long total) {
        return SourceStatus.ofPages(null, null, null, 20, 2, total);
    }

    @ParameterizedTest
    @CsvSource({"1, 45, 20", "3, 45, 5", "4, 45, 0", "1, 0, 0", "1, , 0", "2147483647, 45, 0"})
    void aPageAsksForWhatItsTotalLeavesForIt(int page, @Nullable Long total, long cards) {
        assertThat(pages(total).asks(PageRequest.of(page, 1))).isEqualTo(cards);
    }

    @Test
    void aPageThatWasAskedBeforeAsksForNoneThatIsKnownToBeItsOwn() {
        assertThat(pages(45L).asks(PageRequest.of(1, 2))).isZero();
        PageRequest again = PageRequest.of(1, 1).reread();
        assertThat(pages(45L).asks(again)).isZero();
        assertThat(pages(45L).asks(again.untried())).isZero();
        assertThat(pages(45L).asks(PageRequest.of(1, 1).untried())).isEqualTo(20);
    }

    @Test
    void anyOtherAsksForTheCardsThatItNames() {
        assertThat(pages(45L).asks(BatchRequest.of(1, List.of("1", "2", "3")))).isEqualTo(3);
        assertThat(pages(45L).asks(AccountRequest.of("main"))).isOne();
        assertThat(pages(45L).asks(CursorRequest.of(1, 1, NullNode.instance))).isZero();
    }
}
