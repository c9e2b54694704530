package org.simrelay.mask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that nobody told of: what stands where a secret stands, by the name before it or by its form. */
final class SecretPatterns {

    private static final String NAME =
            "(?:(?:access[-_]?)?token|password|passwd|pwd|passphrase|sign(?:ature)?|secret|api[-_]?key|secret[-_]?key)";

    // up to the quote of the text around it; backslashes are looked at once, however many there are
    private static final String INNER = "(?:[^\\\\\\n\\r\\u0085\\u2028\\u2029]|\\\\++(?!\"))*+";

    // the first group is the secret
    private static final List<Pattern> RULES = List.of(
            // name="value" as in JAAS, then the same within another text's quotes
            Pattern.compile("(?i)" + NAME + "\\s*=\\s*\"((?:\\\\.|[^\"\\\\])*+)"),
            Pattern.compile("(?i)" + NAME + "\\s*=\\s*\\\\+\"(" + INNER + ")"),
            // a parameter of a query or form, encoded or not
            Pattern.compile("(?i)" + NAME + "=(?!\\\\*[\"'])([^&\\s\"',;<>}]*+)"),
            Pattern.compile("(?i)" + NAME + "(?:%3d|\\\\u003d|&#61;|&#x3d;)([^&%\\s\"',;<>}\\\\]*+)"),
            // a field of JSON, then the same within a text of JSON
            Pattern.compile("(?i)(?<!\\\\)\"" + NAME + "\"\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*+)"),
            Pattern.compile("(?i)(?<!\\\\)\\\\+\"" + NAME + "\\\\+\"\\s*:\\s*\\\\+\"(" + INNER + ")"),
            // HTTP's own
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?=[A-Za-z0-9._~+/-]*[0-9=])([A-Za-z0-9._~+/-]{8,}+=*)"),
            Pattern.compile("://[^/\\s:@?#\"']*:([^/\\s@\"']++)@"),
            // what Camel says of a value that does not fit; Kafka's client: InvalidValues
            Pattern.compile("Error binding propert(?:y|ies) \\([^=]{0,500}+=([^)]{6,}+)"),
            Pattern.compile(" with value: (\\S{6,}+)"),
            // what looks like a signature, the right one perhaps that a vendor quotes beside ours
            Pattern.compile("(?<![0-9A-Za-z])([0-9A-Fa-f]{64})(?![0-9A-Za-z])"));

    private SecretPatterns() {}

    /** Adds the stretches that are to be masked. */
    static void find(String text, Stretches stretches, String mask) {
        for (Pattern rule : RULES) {
            Matcher found = rule.matcher(text);
            while (found.find()) {
                stretches.add(found.start(1), found.end(1), mask);
            }
        }
        InvalidValues.find(text, stretches, mask);
    }
}
