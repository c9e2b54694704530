package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Nearest;
import org.simrelay.config.Settings;
import org.simrelay.mask.Quoted;

/** Looks whether the mechanism of a login at Kafka is one, and its module the one that belongs to it. */
final class SaslForm {

    private static final String MECHANISM = "kafka.sasl.mechanism";
    private static final String LOGIN = "kafka.sasl.jaas.config";
    private static final String PACKAGE = "org.apache.kafka.common.security.";

    /** The module of each mechanism that has one of Kafka's own. */
    private static final Map<String, String> MODULES = Map.of(
            "PLAIN", PACKAGE + "plain.PlainLoginModule",
            "SCRAM-SHA-256", PACKAGE + "scram.ScramLoginModule",
            "SCRAM-SHA-512", PACKAGE + "scram.ScramLoginModule",
            "OAUTHBEARER", PACKAGE + "oauthbearer.OAuthBearerLoginModule");

    private static final List<String> MECHANISMS =
            List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER", "GSSAPI");
    private static final Pattern MODULE =
            Pattern.compile("\\s*([A-Za-z_][\\w.$]*)\\s+(?<flag>[A-Za-z]+)\\s(?<options>.*)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("([A-Za-z][\\w.]*)\\s*=\\s*(\"[^\"]*\"|[^\\s;]+)");

    private SaslForm() {}

    /** Kafka's own login module of a mechanism; that of PLAIN for any other. */
    static String module(String mechanism) {
        return MODULES.getOrDefault(mechanism, PACKAGE + "plain.PlainLoginModule");
    }

    /** What is wrong: messages with the key and its place. Nothing of the login's values is quoted. */
    static List<String> problems(Settings settings, String mechanism) {
        List<String> wrong = new ArrayList<>();
        boolean known = MECHANISMS.contains(mechanism);
        // a client class of one's own may bring another
        boolean isOwn = settings.find("kafka.sasl.login.callback.handler.class").isPresent()
                || settings.find("kafka.sasl.client.callback.handler.class").isPresent();
        if (!known && !isOwn) {
            String nearest = Nearest.of(mechanism, MECHANISMS);
            wrong.add(
                    MECHANISM + " is " + (nearest == null ? Quoted.of(mechanism) : "nearly " + nearest + " but not it")
                            + "; write one of " + String.join(", ", MECHANISMS) + ", at " + settings.place(MECHANISM));
        }
        Matcher login = MODULE.matcher(settings.find(LOGIN).orElse(""));
        String module = MODULES.get(mechanism);
        if (module != null && login.matches()) {
            module(login.group(1), module, mechanism, settings, wrong);
            options(login.group("options"), mechanism, settings, wrong);
        }
        return wrong;
    }

    private static void module(String written, String module, String mechanism, Settings settings, List<String> wrong) {
        boolean isKafkas = written.startsWith(PACKAGE) || !written.contains(".");
        if (isKafkas && !written.equals(module)) {
            wrong.add(LOGIN + " names a login module that is not that of " + mechanism + "; write " + module + ", at "
                    + settings.place(LOGIN));
        }
    }

    private static void options(String options, String mechanism, Settings settings, List<String> wrong) {
        if (!mechanism.equals("PLAIN") && !mechanism.startsWith("SCRAM")) {
            return;
        }
        List<String> names =
                OPTION.matcher(options).results().map(one -> one.group(1)).toList();
        for (String needed : List.of("username", "password")) {
            if (!names.isEmpty() && !names.contains(needed)) {
                wrong.add(LOGIN + " has no " + needed + ", which " + mechanism + " needs; write " + needed
                        + "=\"…\", at " + settings.place(LOGIN));
            }
        }
    }
}
