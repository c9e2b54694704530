package org.simrelay.cli;

import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says, as the manifests of the jars have it. */
final class Version implements IVersionProvider {

    // classes outside of a jar have no manifest
    private static final String UNPACKED = "unpacked";

    @Override
    public String[] getVersion() {
        return new String[] {
            "simrelay " + of(Simrelay.class),
            "Java " + Runtime.version() + ", Camel " + of(CamelContext.class) + ", Kafka's clients "
                    + AppInfoParser.getVersion()
        };
    }

    /** The version of the jar that a class stands in. */
    static String of(Class<?> type) {
        return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), UNPACKED);
    }
}
