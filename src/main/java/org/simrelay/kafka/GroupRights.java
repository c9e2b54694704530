package org.simrelay.kafka;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether the service may join the group that gives out its accounts; changes nothing there. */
public final class GroupRights {

    /** The group's name, the same in each installation of one cluster. */
    public static final String GROUP = "simrelay";

    /** The topic of the brokers' own, made when the first group is asked for. */
    static final String TOPIC = "__consumer_offsets";

    private final Admin admin;
    private final Deadline deadline;
    private final Consumer<String> warnings;

    GroupRights(Admin admin, Deadline deadline, Consumer<String> warnings) {
        this.admin = admin;
        this.deadline = deadline;
        this.warnings = warnings;
    }

    /** What stands against it, with the remedy. */
    List<String> problems() throws InterruptedException {
        int most = (int) Math.max(1, deadline.remaining().toMillis());
        try {
            Set<AclOperation> rights = deadline.get(admin.describeConsumerGroups(
                                    List.of(GROUP),
                                    new DescribeConsumerGroupsOptions()
                                            .includeAuthorizedOperations(true)
                                            .timeoutMs(most))
                            .describedGroups()
                            .values()
                            .iterator()
                            .next())
                    .authorizedOperations();
            // brokers that know no rights, or tell none of a group that is not there yet
            return rights == null || rights.isEmpty() || rights.contains(AclOperation.READ)
                    ? List.of()
                    : List.of(missing("Read, which joining it takes, beside Describe"));
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof GroupAuthorizationException) {
                return List.of(missing("Read, which carries Describe"));
            }
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                warnings.accept("whether the service may join the group " + GROUP + " could not be checked ("
                        + KafkaErrorText.of(e) + "); look at the brokers");
            }
            return List.of();
        }
    }

    private static String missing(String right) {
        return "the group " + GROUP
                + ", by which machines share the accounts, may not be joined; allow the service to: " + right
                + ": kafka-acls.sh --add --allow-principal User:<the service's> --operation Read --group " + GROUP;
    }
}
