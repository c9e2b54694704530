package org.simrelay.it;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A sweep that ended some hours ago, and nobody has run since: a service begins with the tick that it missed as soon as it has started,
 * however long that takes, and no other tick is due while a test runs.
 */
final class PastSweep {

    private PastSweep() {}

    /** The tick that is missed: a minute ago. */
    static ZonedDateTime tick() {
        return ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.SECONDS)
                .minusMinutes(1);
    }

    /** A Quartz cron of this tick and the same moment of each other hour. */
    static String hourly(ZonedDateTime tick) {
        return tick.format(DateTimeFormatter.ofPattern("s m '* * * ?'", Locale.ROOT));
    }

    /** Writes into Kafka, which must have no topic of the service yet, that the poll's last sweep was so many hours before the tick. */
    static void remember(Stand stand, String poll, ZonedDateTime tick, int hours) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", stand.broker.bootstrapServers());
        try (Admin admin = Admin.create(servers)) {
            admin.createTopics(List.of(new NewTopic("sim.checkpoints", 48, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
        Instant at = tick.minusHours(hours).toInstant();
        String value =
                """
                {"poll":"%s","account":"main","scheduledAt":"%s","startedAt":"%s","open":false,"fingerprint":"",
                "batch":0,"published":0,"failed":0,"expected":0,"requests":0,"retries":0,"logins":0}"""
                        .formatted(poll, at, at);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("sim.checkpoints", poll, value)).get();
        }
    }
}
