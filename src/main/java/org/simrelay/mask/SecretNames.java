package org.simrelay.mask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which settings are secrets, told by their names, and what of their values is the secret. */
public final class SecretNames {

    private static final Pattern WORD_ENDS = Pattern.compile("[._-]|(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> ANYWHERE =
            Set.of("password", "passwd", "pwd", "passphrase", "secret", "jaas", "credential", "credentials");
    private static final Set<String> LAST = Set.of("token", "key", "pass", "apikey", "signature", "pin");
    private static final Set<String> NO_VALUE =
            Set.of("file", "location", "path", "url", "type", "class", "provider", "algorithm");
    // never given back: a long value would take more stack than a thread has
    private static final Pattern OPTION = Pattern.compile(
            "(?<![A-Za-z0-9._-])([A-Za-z0-9._-]++)\\s*+=\\s*+(?:\"((?:\\\\.|[^\"\\\\])*+)\"|([^\\s;\"]++))");
    private static final Pattern JAAS =
            Pattern.compile("(?s)[A-Za-z_$][A-Za-z0-9_.$]*\\s+(?i:required|requisite|sufficient|optional)\\b.*");
    private static final Pattern PEM = Pattern.compile("-----[^-]*-----");
    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s:@?#]*:([^/\\s@]+)@");
    // values too common to be taken for a secret, whatever their key is called
    private static final Set<String> NO_SECRETS = Set.of("true", "false", "none", "null");

    // the shell's working directory, not a password
    private static final String FOLDER = "PWD";

    private static final int SHORTEST_FOREIGN = 8;

    private SecretNames() {}

    /** The first word of a setting's key, which its variable in the environment shares. */
    public static String firstWord(String name) {
        return words(name).get(0);
    }

    /** Whether the name of a setting, property or variable says that its value is a secret. */
    public static boolean isSecret(String name) {
        List<String> words = words(name);
        String last = words.get(words.size() - 1);
        return !NO_VALUE.contains(last) && (words.stream().anyMatch(ANYWHERE::contains) || LAST.contains(last));
    }

    /** Masks whatever of these settings is a secret, and what may be one in the wrong place. */
    public static void register(Map<String, String> settings, Secrets secrets) {
        settings.forEach((name, value) -> {
            registerNamed(name, value, secrets);
            if (!isSecret(name) && ValueForms.isMisplaced(words(name), value.strip())) {
                secrets.add(value.strip());
            }
        });
    }

    /** Masks whatever of these is a secret by its name and long enough; most are not of this service. */
    public static void registerForeign(Map<String, String> named, Secrets secrets) {
        named.forEach((name, value) -> {
            if (value.length() >= SHORTEST_FOREIGN && !name.equals(FOLDER)) {
                registerNamed(name, value, secrets);
            }
        });
    }

    /** Masks what was read from the file that {@code <key>-file} names, unless it is plainly no secret. */
    public static void registerRead(String key, String value, Secrets secrets) {
        register(Map.of(key, value), secrets);
        if (!isSecret(key) && !ValueForms.isHarmless(value)) {
            register(value, secrets);
        }
    }

    private static void registerNamed(String name, String value, Secrets secrets) {
        if (isSecret(name)) {
            register(value, secrets);
        }
        Matcher userInfo = USER_INFO.matcher(value);
        while (userInfo.find()) {
            secrets.add(userInfo.group(1));
        }
    }

    // of JAAS what its options say, of PEM what stands between its marks: the rest are words that any text may hold
    private static void register(String value, Secrets secrets) {
        String text = value.strip();
        if (PEM.matcher(text).find()) {
            for (String part : PEM.split(text, -1)) {
                secrets.add(part.strip());
            }
        } else if (JAAS.matcher(text).matches()) {
            Matcher option = OPTION.matcher(text);
            while (option.find()) {
                String quoted = option.group(2);
                if (isSecret(option.group(1))) {
                    add(quoted == null ? option.group(3) : quoted.replaceAll("\\\\(.)", "$1"), secrets);
                }
            }
        } else {
            add(text, secrets);
        }
    }

    private static void add(String secret, Secrets secrets) {
        if (!NO_SECRETS.contains(secret.toLowerCase(Locale.ROOT))) {
            secrets.add(secret);
        }
    }

    private static List<String> words(String name) {
        boolean variable = name.equals(name.toUpperCase(Locale.ROOT));
        String parted = variable ? name.toLowerCase(Locale.ROOT) : name;
        return Arrays.stream(WORD_ENDS.split(parted, -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
