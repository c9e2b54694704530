package org.simrelay.sandbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.simrelay.sandbox.process.Ports;

/**
 * A broker that knows rights. On its usual address everybody may do everything, so that a test prepares and reads there; on
 * {@link #servers()} a client is the user simrelay (SASL PLAIN), who may do what {@link #allow} has said, at first nothing.
 */
public final class GuardedBroker implements AutoCloseable {
    /** The user's password. */
    public static final String PASSWORD = "canary-kafka-password";

    private static final String JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required ";
    private static final String USER = "simrelay";
    private static final String USERS = JAAS + "user_" + USER + "=\"" + PASSWORD + "\";";
    private static final int SECONDS = 60;

    private final Broker broker;
    private final String servers;

    private GuardedBroker(Broker broker, String servers) {
        this.broker = broker;
        this.servers = servers;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param dir as in {@link Broker#start}
     */
    public static GuardedBroker start(Path dir) {
        return start(dir, null);
    }

    /**
     * As {@link #start(Path)}, with a further listener where a client must be the user simrelay too.
     *
     * @param door null for none
     */
    public static GuardedBroker start(Path dir, @Nullable SideDoor door) {
        List<Integer> ports = Ports.free(3);
        String plain = "127.0.0.1:" + ports.get(0);
        String guarded = "127.0.0.1:" + ports.get(1);
        String addresses = "PLAINTEXT://" + plain + ",SASL_PLAINTEXT://" + guarded;
        Broker broker = Broker.start(
                dir,
                List.of(ports.get(0), ports.get(2)),
                Map.of(
                        "listeners",
                        addresses + ",CONTROLLER://127.0.0.1:" + ports.get(2) + (door == null ? "" : door.listener()),
                        "advertised.listeners",
                        addresses + (door == null ? "" : door.advertisement()),
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT"
                                + (door == null ? "" : door.protocol("SASL_PLAINTEXT")),
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        USERS,
                        "listener.name.side.plain.sasl.jaas.config",
                        USERS,
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users",
                        "User:ANONYMOUS"));
        return new GuardedBroker(broker, guarded);
    }

    /** Where everybody may do everything. */
    public Broker broker() {
        return broker;
    }

    /** Where a client must be the user simrelay. */
    public String servers() {
        return servers;
    }

    /** What a client needs to be the user simrelay: properties of Kafka's clients. */
    public Map<String, String> user() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", JAAS + "username=\"" + USER + "\" password=\"" + PASSWORD + "\";");
    }

    /** Gives the user rights on one name. */
    public void allow(ResourceType type, String name, AclOperation... operations) {
        allow(new ResourcePattern(type, name, PatternType.LITERAL), operations);
    }

    /** Gives the user rights. */
    public void allow(ResourcePattern what, AclOperation... operations) {
        List<AclBinding> rights = Arrays.stream(operations)
                .map(operation -> new AclBinding(
                        what, new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW)))
                .toList();
        change(admin -> admin.createAcls(rights).all().get(SECONDS, TimeUnit.SECONDS));
    }

    /** Takes a right away that {@link #allow} gave on one name. */
    public void forbid(ResourceType type, String name, AclOperation operation) {
        forbid(new ResourcePattern(type, name, PatternType.LITERAL), operation);
    }

    /** Takes a right away that {@link #allow} gave. */
    public void forbid(ResourcePattern what, AclOperation operation) {
        AclBindingFilter right = new AclBinding(
                        what, new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW))
                .toFilter();
        change(admin -> admin.deleteAcls(List.of(right)).all().get(SECONDS, TimeUnit.SECONDS));
    }

    /**
     * Makes the broker hold back the user's requests that bring or fetch more than this.
     *
     * @param bytes a second; null for as many as there are
     */
    public void quota(@Nullable Double bytes) {
        ClientQuotaEntity user = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, USER));
        List<ClientQuotaAlteration.Op> rates = List.of(
                new ClientQuotaAlteration.Op("producer_byte_rate", bytes),
                new ClientQuotaAlteration.Op("consumer_byte_rate", bytes));
        change(admin -> admin.alterClientQuotas(List.of(new ClientQuotaAlteration(user, rates)))
                .all()
                .get(SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        broker.close();
    }

    private interface Change {
        Object on(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private void change(Change change) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            change.on(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take a change of rights or quotas", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
