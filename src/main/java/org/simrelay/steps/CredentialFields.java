package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.config.SettingsException;
import org.simrelay.records.Json;

/**
 * The credentials that a vendor's call uses, one a line: the name in {@code <vendor>.<account>.<name>}, {@code public} behind it where
 * it may be seen (any other is masked everywhere), and a pattern that it must match, if there is one: {@code appid public [0-9]{8}}.
 */
final class CredentialFields {

    private static final String HIDDEN = "***";

    static final CredentialFields NONE = new CredentialFields(List.of());

    private record Field(String name, boolean isPublic, @Nullable Pattern pattern) {}

    private final List<Field> fields;
    private final Map<Account, ObjectNode> values = new ConcurrentHashMap<>();

    private CredentialFields(List<Field> fields) {
        this.fields = fields;
    }

    /** @throws IllegalArgumentException for a line that cannot be read */
    static CredentialFields parse(String lines) {
        List<Field> fields = new ArrayList<>();
        for (String line : lines.strip().split("\\R", -1)) {
            String[] words = line.strip().split("\\s+", 3);
            boolean isPublic = words.length > 1 && words[1].equals("public");
            int pattern = isPublic ? 2 : 1;
            String rest =
                    words.length > pattern ? String.join(" ", List.of(words).subList(pattern, words.length)) : null;
            if (!words[0].matches("[A-Za-z][A-Za-z0-9-]*")) {
                throw new IllegalArgumentException("credentials: \"" + line.strip()
                        + "\" is no name, with \"public\" and a pattern behind it where they are needed"
                        + (line.contains(",") ? ": each stands in a line of its own, without commas" : ""));
            }
            try {
                fields.add(new Field(words[0], isPublic, rest == null ? null : Pattern.compile(rest)));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "credentials: the pattern of " + words[0] + " cannot be read (" + e.getDescription() + ")", e);
            }
        }
        return new CredentialFields(List.copyOf(fields));
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Their values for an account, as an object. */
    ObjectNode of(Account account) {
        return values.computeIfAbsent(account, this::read);
    }

    /** The variables of a call with a stand-in for each secret, for what is to be looked at. */
    Map<String, JsonNode> hidden(Map<String, JsonNode> variables, Account account) {
        Map<String, JsonNode> hidden = new HashMap<>(variables);
        ObjectNode credentials = of(account).deepCopy();
        fields.stream().filter(field -> !field.isPublic()).forEach(field -> credentials.put(field.name(), HIDDEN));
        hidden.put("credentials", credentials);
        hidden.computeIfPresent("token", (name, token) -> token.isNull() ? token : TextNode.valueOf(HIDDEN));
        return hidden;
    }

    private ObjectNode read(Account account) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (Field field : fields) {
            object.put(
                    field.name(),
                    field.isPublic()
                            ? account.credentials().value(field.name())
                            : account.credentials().secret(field.name()));
        }
        return object;
    }

    /** @throws SettingsException that names those that do not match their patterns */
    void check(Account account) {
        List<String> wrong = new ArrayList<>();
        for (Field field : fields) {
            Pattern pattern = field.pattern();
            if (pattern != null
                    && !pattern.matcher(account.credentials().value(field.name()))
                            .matches()) {
                wrong.add(account.id() + "." + field.name() + " must match " + pattern);
            }
        }
        if (!wrong.isEmpty()) {
            throw new SettingsException(wrong);
        }
    }
}
