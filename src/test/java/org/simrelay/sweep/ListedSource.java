package org.simrelay.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;

/** RequestQueue from a list, and whatever a test wants said of them. */
final class ListedSource implements CardSource {

    final Deque<Request> left = new ArrayDeque<>();
    final List<Request> finished = new ArrayList<>();
    List<Request> follow = List.of();

    @Nullable Long expected;

    @Nullable Long unasked;

    @Nullable String doubt;

    @Nullable Exception broken;

    int closed;

    static ListedSource ofBatches(int count) {
        ListedSource source = new ListedSource();
        for (int i = 1; i <= count; i++) {
            source.left.add(BatchRequest.of(i, List.of("card-" + i)));
        }
        return source;
    }

    @Override
    public @Nullable Request next() throws Exception {
        Exception why = broken;
        if (why != null) {
            throw why;
        }
        return left.poll();
    }

    @Override
    public SortedAnswer sort(Request request, Answer answer) {
        return new SortedAnswer(answer.items(), List.of(), List.of(), follow, 0, 0);
    }

    @Override
    public void finished(Request request) {
        finished.add(request);
    }

    @Override
    public SourceStatus status() {
        return SourceStatus.ofList(expected, unasked, doubt, 1, 1);
    }

    @Override
    public void close() {
        closed++;
    }
}
