package org.simrelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class BrokerIT {
    @TempDir
    private Path dir;

    @Test
    void comesBackWithItsDataOnItsPortAfterAKillAndAfterAStop() throws Exception {
        try (Broker broker = Broker.start(dir)) {
            String address = broker.bootstrapServers();
            create(address, "kept");
            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.restart();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(topics(address)).contains("kept");
            broker.stop();
            assertThat(broker.isAlive()).isFalse();
            broker.restart();
            assertThat(topics(address)).contains("kept");
        }
    }

    @Test
    void threeBrokersAreOneCluster() throws Exception {
        List<Broker> cluster = Broker.startCluster(dir, 3);
        try {
            String all = Broker.bootstrapServers(cluster);
            create(all, "kept");
            cluster.get(0).kill();
            // the news travels between brokers
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(topics(all)).contains("kept"));
        } finally {
            cluster.forEach(Broker::close);
        }
        assertThat(cluster).noneMatch(Broker::isAlive);
    }

    private static void create(String servers, String topic) throws Exception {
        try (Admin admin = admin(servers)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) -1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static Set<String> topics(String servers) throws Exception {
        try (Admin admin = admin(servers)) {
            return admin.listTopics().names().get(60, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(String servers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
    }
}
