package org.simrelay.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder the service is started in, with {@code config/} and {@code routes/}.
 *
 * @param settings what is set
 * @param files the route files that take part
 */
public record Installation(Settings settings, RouteFiles files) {

    /**
     * Reads the settings.
     *
     * @throws org.simrelay.config.SettingsException when they cannot be read
     */
    public static Installation open(Path folder, Map<String, String> environment) {
        Settings settings = Settings.load(folder.resolve("config/application.properties"), environment);
        return new Installation(settings, new RouteFiles(folder.resolve("routes"), settings));
    }
}
