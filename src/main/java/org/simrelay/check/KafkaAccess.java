package org.simrelay.check;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.HostForm;
import org.simrelay.config.Settings;
import org.simrelay.mask.Quoted;

/** Looks whether what is set of Kafka's security belongs together: half of it ends in a client that gets no answer. */
final class KafkaAccess {

    private static final String PROTOCOL = "kafka.security.protocol";
    private static final String MECHANISM = "kafka.sasl.mechanism";
    private static final String LOGIN = "kafka.sasl.jaas.config";
    private static final List<String> PROTOCOLS = List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
    private static final String BROKERS = "kafka.brokers";
    private static final Pattern BROKER =
            Pattern.compile("([A-Z_]+://)?([\\p{L}0-9._-]+|\\[[0-9a-fA-F:.]+(%\\w+)?]):(?<port>[0-9]{1,5})");
    // its values are secrets: only whether it has the form is said
    private static final Pattern JAAS =
            Pattern.compile("(?s)\\s*[\\w.$]+\\s+(?i:required|requisite|sufficient|optional)\\b.*;\\s*");
    private static final List<String> LOGINS = List.of(LOGIN, "kafka.sasl.login.callback.handler.class");
    private static final List<String> STORES = List.of("kafka.ssl.truststore.location", "kafka.ssl.keystore.location");

    private final Settings settings;
    private final List<String> wrong = new ArrayList<>();

    private KafkaAccess(Settings settings) {
        this.settings = settings;
    }

    /** What is missing, or set in vain: messages with the key and its place. */
    static List<String> problems(Settings settings) {
        KafkaAccess access = new KafkaAccess(settings);
        access.brokers();
        // another is said with the other properties of Kafka's clients
        if (PROTOCOLS.contains(access.protocol())) {
            access.sasl();
            access.ssl();
        }
        return access.wrong;
    }

    private void brokers() {
        settings.find(BROKERS).ifPresent(list -> {
            List<String> addresses =
                    Splitter.on(',').trimResults().omitEmptyStrings().splitToList(list);
            addresses.stream()
                    .filter(address ->
                            !isBroker(address) || HostForm.isBrokenIpv4(address.replaceFirst(":[0-9]*$", "")))
                    .findFirst()
                    .ifPresent(bad -> brokers(Quoted.of(bad) + why(bad)));
            if (addresses.isEmpty()) {
                brokers("no address");
            }
        });
    }

    private void brokers(String has) {
        wrong.add(BROKERS + " has " + has + " but must be host:port, with commas between several; mend "
                + settings.place(BROKERS));
    }

    private static String why(String address) {
        if (FullWidth.in(address) >= 0) {
            return FullWidth.hint(address);
        }
        if (address.contains(";") || address.contains(" ")) {
            return ", with another sign than a comma in it,";
        }
        if (address.contains("/") || address.contains("@")) {
            return ", which looks like a web address,";
        }
        if (isBroker(address)) {
            return ", which is no address of four numbers of 0 to 255,";
        }
        return address.matches(".*:[0-9]+") ? ", whose port is none (1 to 65535)," : ", without a port,";
    }

    private static boolean isBroker(String address) {
        Matcher parts = BROKER.matcher(address);
        return parts.matches()
                && Integer.parseInt(parts.group("port")) >= 1
                && Integer.parseInt(parts.group("port")) <= 65_535;
    }

    private String protocol() {
        return settings.find(PROTOCOL).orElse("PLAINTEXT").toUpperCase(Locale.ROOT);
    }

    private void sasl() {
        boolean wanted = protocol().startsWith("SASL_");
        String mechanism = settings.find(MECHANISM).orElse("GSSAPI");
        boolean hasLogin = LOGINS.stream().anyMatch(key -> settings.find(key).isPresent());
        if (wanted && !mechanism.equals("GSSAPI") && !hasLogin) {
            wrong.add(PROTOCOL + " is " + protocol() + " with "
                    + (mechanism.matches("PLAIN|SCRAM-SHA-(256|512)|OAUTHBEARER") ? mechanism : Quoted.of(mechanism))
                    + ", but " + LOGIN
                    + ", the name and password, is not set; set " + settings.place(LOGIN) + ", or a file of it, "
                    + LOGIN
                    + "-file");
        }
        if (wanted && hasLogin && settings.find(MECHANISM).isEmpty()) {
            wrong.add(MECHANISM + " is not set, though " + PROTOCOL + " is " + protocol() + "; set "
                    + settings.place(MECHANISM) + " to what the brokers take: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, …");
        }
        if (wanted) {
            SaslForm.problems(settings, mechanism).forEach(wrong::add);
            settings.find(LOGIN)
                    .filter(login -> !JAAS.matcher(login).matches())
                    .ifPresent(login -> wrong.add(LOGIN
                            + " cannot be read; write <login module> required username=\"…\" password=\"…\"; with the semicolon, at "
                            + settings.place(LOGIN)));
        } else {
            for (String key : List.of(LOGIN, MECHANISM)) {
                if (settings.find(key).isPresent()) {
                    wrong.add(key + " is set, but " + PROTOCOL + " is " + protocol()
                            + ", which knows no login; set " + PROTOCOL + " to SASL_SSL, or SASL_PLAINTEXT, at "
                            + settings.place(PROTOCOL));
                    return;
                }
            }
        }
    }

    private void ssl() {
        boolean wanted = protocol().endsWith("SSL");
        for (String key : STORES) {
            settings.find(key).ifPresent(file -> {
                if (!wanted) {
                    wrong.add(key + " is set, but " + PROTOCOL + " is " + protocol()
                            + ", which is not encrypted; set " + PROTOCOL + " to SSL, or SASL_SSL, at "
                            + settings.place(PROTOCOL));
                } else if (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file))) {
                    wrong.add(key + " names " + Quoted.path(file) + ", which cannot be read; mend "
                            + settings.place(key));
                }
            });
        }
    }
}
