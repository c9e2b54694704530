package org.simrelay.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.TopicWish;
import org.simrelay.kafka.TopicWishes;
import org.simrelay.kafka.Topics;
import org.simrelay.records.LedgerTypes;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/**
 * What subscribers of one topic can rely on.
 *
 * @param name behind {@code sim.}
 * @param types the records' {@code ce_type}, one or several
 * @param polls whose card events stand there; none for a topic of the ledger
 * @param schema of the values
 * @param wish what the settings ask of it
 */
record TopicContract(String name, List<String> types, Set<String> polls, Schema schema, TopicWish wish) {

    /**
     * All of an installation: card events first, then the ledger.
     *
     * @param polls whose topics are meant
     */
    static List<TopicContract> of(Installation home, List<String> polls) {
        Schemas schemas = new Schemas(home.files());
        TopicWishes wishes = new TopicWishes(home.settings());
        Map<String, Set<String>> byQuery = new TreeMap<>();
        polls.forEach(poll -> byQuery.computeIfAbsent(RouteFiles.query(poll), query -> new TreeSet<>())
                .add(poll));
        List<TopicContract> all = new ArrayList<>();
        byQuery.forEach((query, asking) -> all.add(new TopicContract(
                query, List.of("simrelay." + query + ".v1"), asking, schemas.of(query), wishes.of("sim." + query))));
        for (String topic : List.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS)) {
            String name = topic.substring("sim.".length());
            all.add(new TopicContract(
                    name, LedgerTypes.of(topic), Set.of(), Schemas.read(schemas.ofLedger(name)), wishes.of(topic)));
        }
        return all;
    }

    /** The topic. */
    String topic() {
        return "sim." + name;
    }

    /** Whether it is one of the ledger's. */
    boolean isLedger() {
        return polls.isEmpty();
    }

    /** A text of its schema; another where there is none. */
    String text(String keyword, String otherwise) {
        return schema.json().path(keyword).asText(otherwise);
    }

    /** What its schema shows. */
    JsonNode examples() {
        return schema.json().path("examples");
    }
}
