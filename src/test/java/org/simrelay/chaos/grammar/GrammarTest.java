package org.simrelay.chaos.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.simrelay.chaos.faults.Catalogue;

class GrammarTest {
    private final Grammar all = new Grammar(Catalogue.all(), Set.of());

    @Test
    void aSeedDrawsTheSameStoryAgain() {
        List<String> stories =
                LongStream.range(0, 50).mapToObj(all::draw).map(Story::toString).toList();

        assertThat(LongStream.range(0, 50).mapToObj(all::draw).map(Story::toString))
                .isEqualTo(stories);
        assertThat(Set.copyOf(stories)).hasSize(50);
    }

    @Test
    void onlyTheKindsAskedForAreDrawn() {
        Grammar some = new Grammar(Catalogue.all(), Set.of("inventory", "command/once"));

        Set<String> drawn = LongStream.range(0, 200)
                .mapToObj(some::draw)
                .flatMap(s -> s.steps().stream())
                .map(s -> s.act().kind())
                .collect(Collectors.toSet());

        assertThat(drawn).contains("inventory/shifted", "inventory/gone", "command/once");
        assertThat(drawn).allMatch(k -> k.startsWith("inventory/") || k.equals("command/once"));
    }

    @Test
    void aKindThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> new Grammar(Catalogue.all(), Set.of("inventroy")))
                .hasMessageContaining("inventroy")
                .hasMessageContaining("inventory/shifted");
    }

    @Test
    void theCoveringStoriesHaveEachKind() {
        Set<String> covered = all.covering(15, 7).stream()
                .flatMap(s -> s.steps().stream())
                .map(s -> s.act().kind())
                .collect(Collectors.toSet());

        assertThat(covered)
                .isEqualTo(Catalogue.all().stream()
                        .filter(k -> k.weight() > 0)
                        .map(Kind::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aStoryWithoutAStepKeepsTheOthers() {
        Story story = LongStream.range(0, 50)
                .mapToObj(all::draw)
                .filter(s -> s.steps().size() > 2)
                .findFirst()
                .orElseThrow();

        Story shorter = story.without(1);

        assertThat(shorter.steps())
                .hasSize(story.steps().size() - 1)
                .doesNotContain(story.steps().get(1));
        assertThat(shorter.world()).isEqualTo(story.world());
    }
}
