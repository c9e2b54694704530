package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTransactionsOptions;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Whether a cluster can do transactions, and lets the service. */
final class TransactionLog {

    /** The topic of the brokers' own, made when the first transaction is asked for. */
    static final String TOPIC = "__transaction_state";

    private static final String FACTOR = "transaction.state.log.replication.factor";

    /** Where there is no coordinator the client asks again and again until then. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;
    private final Deadline deadline;
    private final Consumer<String> warnings;
    private boolean seesSettings;

    TransactionLog(Admin admin, Deadline deadline, Consumer<String> warnings) {
        this.admin = admin;
        this.deadline = deadline;
        this.warnings = warnings;
    }

    /**
     * What stands against it, with the remedy.
     *
     * @param made whether the brokers' topic of transactions is seen
     * @param ids those of the service
     */
    List<String> problems(boolean made, Collection<String> ids) throws InterruptedException {
        int nodes = 0;
        Integer factor = null;
        try {
            Collection<Node> brokers = deadline.get(admin.describeCluster().nodes());
            nodes = brokers.size();
            factor = factor(brokers.iterator().next());
            seesSettings = factor != null;
        } catch (ExecutionException | TimeoutException e) {
            // not everybody may ask: then what the coordinator says must do
        }
        // asking for its coordinator would make the topic, which the first transaction does by itself
        return made || factor == null || factor > nodes ? asked(ids, nodes, factor) : List.of();
    }

    /** Whether the brokers' settings could be seen, by who may see all topics as a rule. */
    boolean seesSettings() {
        return seesSettings;
    }

    private @Nullable Integer factor(Node broker) throws ExecutionException, InterruptedException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
        Map<ConfigResource, Config> configs =
                deadline.get(admin.describeConfigs(List.of(resource)).all());
        Config config = configs.get(resource);
        ConfigEntry entry = config == null ? null : config.get(FACTOR);
        try {
            return entry == null || entry.value() == null ? null : Integer.valueOf(entry.value());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private List<String> asked(Collection<String> ids, int nodes, @Nullable Integer factor)
            throws InterruptedException {
        Duration most = PATIENCE.compareTo(deadline.remaining()) < 0 ? PATIENCE : deadline.remaining();
        DescribeTransactionsResult answers =
                admin.describeTransactions(ids, new DescribeTransactionsOptions().timeoutMs((int) most.toMillis()));
        List<String> problems = new ArrayList<>();
        for (String id : ids) {
            try {
                deadline.get(answers.description(id));
            } catch (ExecutionException | TimeoutException e) {
                if (e.getCause() instanceof TransactionalIdAuthorizationException) {
                    problems.add("transactions of " + id + " are not allowed; allow them: kafka-acls.sh --add"
                            + " --allow-principal User:<the service's> --operation Write --operation Describe"
                            + " --transactional-id simrelay- --resource-pattern-type prefixed");
                } else if (!(e.getCause() instanceof TransactionalIdNotFoundException)) {
                    String words = unanswered(KafkaErrorText.of(e), nodes, factor);
                    if (factor == null || factor > nodes) {
                        return List.of(words);
                    }
                    // slow perhaps: the ledger says so when it is opened
                    warnings.accept(words);
                    return problems;
                }
            }
        }
        return problems;
    }

    private static String unanswered(String words, int nodes, @Nullable Integer factor) {
        if (factor != null && factor > nodes) {
            return "Kafka can do no transactions: " + FACTOR + " is " + factor + " but there "
                    + (nodes == 1 ? "is " : "are ")
                    + nodes + (nodes == 1 ? " broker" : " brokers") + "; start more, or set it to " + nodes
                    + " in the brokers' server.properties";
        }
        return "Kafka answers nothing about transactions (" + words + "); look at the brokers, at " + TOPIC + " and at "
                + FACTOR + ", which may not be above the number of brokers";
    }
}
