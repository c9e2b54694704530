package org.simrelay.config;

import com.google.common.collect.Maps;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.simrelay.mask.SecretNames;
import org.simrelay.mask.Secrets;

/** Tells the mask of the secrets among the settings, as soon as they are read. */
final class SecretSettings {

    private static final Set<String> OURS = Set.of("kafka", "camel", "cards", "http", "cmiot", "iotbos");

    private SecretSettings() {}

    static void register(PropertyLines lines, Map<String, String> environment) {
        Map<String, String> file = Maps.transformValues(lines.entries(), PropertyLines.Entry::value);
        SecretNames.register(file, Secrets.process());
        Set<String> ours = new HashSet<>(OURS);
        file.keySet().forEach(key -> ours.add(SecretNames.firstWord(key)));
        SecretNames.register(
                Maps.filterKeys(environment, name -> ours.contains(SecretNames.firstWord(name))), Secrets.process());
        SecretNames.registerForeign(environment, Secrets.process());
    }
}
