package org.simrelay.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer's life as a member of the group, on one thread: only that touches the consumer, but for {@link #wake}. */
final class Group implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Group.class);
    // what Kafka says is dealt with at once, within a poll; the lease is renewed between two, and runs ten times as
    // long
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int TURNS_BETWEEN_LOOKS = 8;

    private final Consumer<byte[], byte[]> consumer;
    private final Places places;
    private final LeaseClock clock;
    private final Tenures tenures;
    private final Hands hands;
    private final Supplier<Collection<String>> left;
    private final Runnable onJoined;
    private final Heartbeats heartbeats;
    private final NewestMembership member;
    private int turns;
    private boolean leaving;

    /**
     * Not joined.
     *
     * @param left accounts that are given up to whoever fenced this process, and may be taken back now
     * @param onJoined run when the group has said for the first time what this process has, its accounts being taken from then on
     */
    Group(
            Consumer<byte[], byte[]> consumer,
            Places places,
            LeaseClock clock,
            Tenures tenures,
            Hands hands,
            Supplier<Collection<String>> left,
            Runnable onJoined) {
        this.left = left;
        this.consumer = consumer;
        this.places = places;
        this.clock = clock;
        this.tenures = tenures;
        this.hands = hands;
        this.onJoined = onJoined;
        this.heartbeats = new Heartbeats(consumer, clock);
        this.member = new NewestMembership(consumer);
    }

    /** What Kafka knows this process as in the group. */
    NewestMembership member() {
        return member;
    }

    /** Asks to become a member. */
    void join() {
        consumer.subscribe(List.of(Topics.CHECKPOINTS), this);
    }

    /** One turn of the thread: whoever does not take one within 30 s is no member any more. */
    void turn() {
        try {
            consumer.poll(POLL);
        } catch (WakeupException e) {
            // there is something else to do
            return;
        }
        heartbeats.polled();
        member.refresh();
        if (++turns % TURNS_BETWEEN_LOOKS == 0) {
            takeNamed();
        }
    }

    /** The turn that is under way, or the next one, ends at once. Of any thread. */
    void wake() {
        consumer.wakeup();
    }

    /** An account that a file names since, or that was left to somebody else for a while, is taken too. */
    private void takeNamed() {
        left.get().forEach(account -> hands.lose(List.of(account)));
        Set<Integer> partitions = Places.numbers(consumer.assignment());
        List<Tenure> opened = tenures.openAll(places.in(partitions));
        boolean again = hands.isToLookAgain();
        if (again || !opened.isEmpty()) {
            hands.take(opened, again ? partitions : Set.of());
        }
    }

    /** Gives all accounts back and leaves. */
    void leave() {
        // first of all: a consumer that is closed amid a rebalance says "lost"
        hands.give(tenures.accounts());
        leaving = true;
        consumer.unsubscribe();
    }

    /** Another process is this member now, or Kafka forbids it: nothing is this process's. */
    void loseAll() {
        hands.lose(tenures.accounts());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> got) {
        // first of all: commits with the generation before are refused from now on
        member.refresh();
        got.forEach(partition -> consumer.seek(partition, 0));
        // it never fetches; who takes an account reads by itself
        consumer.pause(got);
        heartbeats.assigned();
        // where there is none, too: then the first are taken
        hands.take(tenures.openAll(places.in(Places.numbers(got))), Places.numbers(got));
        LOG.info(
                "the group gives this process {} partitions more; it has {} of {} accounts",
                got.size(),
                tenures.all().size(),
                places.accounts().size());
        onJoined.run();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> gone) {
        // as above: the last checkpoints are refused with an older one
        member.refresh();
        hands.give(places.among(tenures.accounts(), Places.numbers(gone)));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        heartbeats.lost();
        Collection<String> lost = places.among(tenures.accounts(), Places.numbers(gone));
        if (leaving) {
            // the consumer's word for leaving amid a rebalance: nothing is left to lose
            return;
        }
        LOG.warn(
                "Kafka does not know this process as a member of the group any more, after {} s without a word: it was stopped, or Kafka"
                        + " was away. Another process may have {}; nothing more is asked or written for them here",
                clock.age().toSeconds(),
                lost.isEmpty() ? "its accounts" : String.join(", ", lost));
        hands.lose(lost);
    }
}
