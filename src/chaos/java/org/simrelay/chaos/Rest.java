package org.simrelay.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.judge.Read;
import org.simrelay.chaos.judge.TopicReader;

/** What of a story has not come to rest, by what Kafka has. */
final class Rest {
    private final World world;
    private final TopicReader reader;

    Rest(World world, TopicReader reader) {
        this.world = world;
        this.reader = reader;
    }

    /** The polls without a complete sweep that was due after a moment; where a budget may be spent, without one that ran to an end. */
    Set<String> awaited(Instant since) {
        Set<String> polls = new TreeSet<>(world.polls());
        for (Read read : reader.read()) {
            if (read.field("phase").equals("ended")
                    && isEnough(read)
                    && Instant.parse(read.field("scheduledAt")).isAfter(since)) {
                polls.remove(read.field("poll"));
            }
        }
        return polls;
    }

    private boolean isEnough(Read end) {
        boolean bounded = world.budget() > 0 && end.field("poll").startsWith("iotbos");
        return end.field("outcome").equals("complete")
                || (bounded && !end.field("outcome").equals("skipped"));
    }

    /** The sweeps that began, or published, and have no end. */
    Set<String> open() {
        Set<String> open = new TreeSet<>();
        Set<String> ended = new TreeSet<>();
        for (Read read : reader.read()) {
            if (read.field("phase").equals("ended")) {
                ended.add(read.sweep());
            } else if (!read.sweep().isEmpty()) {
                open.add(read.sweep());
            }
        }
        open.removeAll(ended);
        return open;
    }

    /** The last few ends. */
    List<String> lastEnds() {
        List<String> ends = reader.read().stream()
                .filter(r -> r.field("phase").equals("ended"))
                .map(Read::toString)
                .toList();
        return ends.subList(Math.max(0, ends.size() - 3), ends.size());
    }
}
