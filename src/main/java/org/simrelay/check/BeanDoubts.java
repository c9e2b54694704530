package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simrelay.config.Nearest;
import org.simrelay.steps.Call;
import org.simrelay.steps.Login;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks at the calls and logins of a vendor for what is made and used by nobody, or is of another kind than it must be. */
final class BeanDoubts {

    private static final Pattern CREDENTIAL = Pattern.compile("\\$credentials\\s*\\.\\s*\"?([A-Za-z][A-Za-z0-9-]*)");

    /** A token that lives longer in seconds was meant in milliseconds. */
    private static final long LONGEST_LIFE = 366L * 24 * 3600;

    private final RouteFile file;
    private final List<String> doubtful = new ArrayList<>();

    private BeanDoubts(RouteFile file) {
        this.file = file;
    }

    /** What may be wrong: messages with file, line and remedy. */
    static List<String> of(RouteFile file) {
        BeanDoubts doubts = new BeanDoubts(file);
        for (BeanText bean : file.beans()) {
            if (bean.is(Call.class)) {
                doubts.unused(bean);
                doubts.object(bean);
            } else if (bean.is(Login.class)) {
                doubts.life(bean);
            }
        }
        return doubts.doubtful;
    }

    private void unused(BeanText call) {
        String text = call.properties().values().stream()
                .filter(property -> property.node() instanceof ScalarNode)
                .map(property -> YamlNodes.text(property.node()))
                .collect(Collectors.joining("\n"));
        BeanText.Property sign = call.property("sign");
        if (sign != null && !text.contains("$sign")) {
            say(
                    sign.line(),
                    "sign is made, but no request has it; add $sign to query, headers, json or form, or remove it");
        }
        BeanText.Property credentials = call.property("credentials");
        if (credentials != null) {
            misspelt(credentials);
        }
        // a name that is misspelt is said where names are looked at
        JsltVariables variables = JsltVariables.ofCall(call, "query", true);
        boolean isReadable = JsltScan.of(text).uses().stream()
                .allMatch(
                        use -> !use.isVariable() || variables.wrong(use.name()).isEmpty());
        if (credentials == null
                || !isReadable
                || credentials.value().lines().anyMatch(line -> line.strip()
                        .split("\\s", 2)[0]
                        .contains(","))
                || text.matches("(?s).*\\$credentials\\b(?!\\s*\\.).*")) {
            return;
        }
        Set<String> used =
                CREDENTIAL.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
        // the transid is made with it
        used.addAll(text.contains("$transid") ? Set.of("instance") : Set.of());
        Stream.of(credentials.value().split("\\R", -1))
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(name -> !name.isEmpty() && !used.contains(name))
                .forEach(name -> say(
                        credentials.line(),
                        "credentials lists " + name + ", which the call " + call.name()
                                + " does not use; add $credentials." + name + " where it belongs, or remove it"));
    }

    /** What stands behind a name is a pattern, unless it is public. */
    private void misspelt(BeanText.Property credentials) {
        credentials.value().lines().map(line -> line.strip().split("\\s+", 3)).forEach(words -> {
            if (words.length > 1
                    && !words[1].equals("public")
                    && Nearest.distance(words[1].toLowerCase(Locale.ROOT), "public") <= 2) {
                say(
                        credentials.line(),
                        "credentials: " + words[1] + " behind " + words[0]
                                + " is taken for a pattern that it must match (did you mean public?); mend it");
            }
        });
    }

    /** A text where fields are due fails every request. */
    private void object(BeanText call) {
        for (String name : List.of("query", "headers", "form")) {
            BeanText.Property part = call.property(name);
            if (part != null && part.value().strip().startsWith("\"")) {
                say(part.line(), name + " gives a text, but must give an object; write {\"<name>\": …}");
            }
        }
    }

    private void life(BeanText login) {
        BeanText.Property life = login.property("life");
        String value = life == null ? "" : life.value().strip();
        if (life != null && value.matches("\"[^\"]*\"") && !value.matches("\"[0-9]+\"")) {
            say(
                    life.line(),
                    "life is the text " + value + ", but must give seconds, a number; write it so, such as 7200");
        } else if (life != null && value.matches("[0-9]{1,18}") && Long.parseLong(value) > LONGEST_LIFE / 100) {
            say(
                    life.line(),
                    "life is " + value + " seconds, which are " + Long.parseLong(value) / 86400
                            + " days; if milliseconds were meant, write " + Long.parseLong(value) / 1000);
        }
    }

    private void say(int line, String what) {
        doubtful.add(file.path() + " line " + line + ": " + what);
    }
}
