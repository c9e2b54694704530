package org.simrelay.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Files on the command line are named from where the caller stands, also where {@code bin/simrelay} has gone to the service's folder. */
final class CallersFolder implements ITypeConverter<Path> {

    /** The system property that {@code bin/simrelay} sets to the caller's folder. */
    static final String PROPERTY = "simrelay.from";

    @Override
    public Path convert(String name) {
        return Path.of(System.getProperty(PROPERTY, "")).resolve(name);
    }
}
