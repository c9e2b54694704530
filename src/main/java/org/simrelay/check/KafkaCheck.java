package org.simrelay.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.Topics;

/** Looks at Kafka: what is set of it, and whether it can and may do what is needed. */
final class KafkaCheck {

    private final Installation home;
    private final Problems problems;
    private boolean topicsMissing;

    KafkaCheck(Installation home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /** Whether what is set can be, and belongs together. */
    boolean settings() {
        boolean known = problems.attempt(() -> new KafkaSettings(home.settings()).passedThrough());
        List<String> wrong = KafkaAccess.problems(home.settings());
        problems.addAll(wrong);
        return known && wrong.isEmpty();
    }

    /**
     * Asks the cluster, without a change to it; not where the settings cannot be.
     *
     * @param joins whether the group of the machines is to be joined
     */
    void look(boolean joins) {
        if (settings()) {
            ClusterCheck cluster = cluster();
            problems.addAll(cluster.look(topics(), transactionIds(), joins));
            topicsMissing = cluster.missesTopics();
        }
    }

    /** Makes the topics that {@link #look} missed. */
    void makeTopics() {
        if (topicsMissing) {
            problems.addAll(cluster().problems(topics(), List.of()));
        }
    }

    private ClusterCheck cluster() {
        KafkaSettings settings = new KafkaSettings(home.settings());
        return new ClusterCheck(settings, settings.batchSize(), problems::warn);
    }

    private Set<String> topics() {
        Set<String> topics = Topics.ofPolls(home.files().polls());
        topics.addAll(List.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS));
        return topics;
    }

    private Set<String> transactionIds() {
        Set<String> ids = new TreeSet<>();
        for (String poll : home.files().polls()) {
            String vendor = RouteFiles.vendor(poll);
            problems.attempt(() -> Accounts.names(home.settings(), vendor)
                    .forEach(name -> ids.add("simrelay-" + vendor + "-" + name)));
        }
        return ids;
    }
}
