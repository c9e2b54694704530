package org.simrelay.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Causes;
import org.simrelay.config.Nearest;
import org.simrelay.config.Settings;
import org.simrelay.mask.Quoted;
import org.simrelay.steps.Query;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks at the beans of a route file: whether their classes are there and have the properties, and take the values. */
final class BeanCheck {

    private static final Pattern SETTING = Pattern.compile("\\{\\{([A-Za-z0-9._-]+)(:[^}]*)?}}");
    /** Words of a query: {@link QueryEventsCheck} says what they may be. */
    private static final Set<String> SAID_BY_QUERY = Set.of("publish", "leaves");

    private static final String OURS = "org.simrelay.";

    private final Path file;
    private final Settings settings;
    private final List<String> wrong = new ArrayList<>();

    private BeanCheck(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** What is wrong: messages with file, line and remedy. JSLT is looked at by {@link JsltCheck}. */
    static List<String> problems(RouteFile file, Settings settings) {
        BeanCheck check = new BeanCheck(file.path(), settings);
        file.beans().stream()
                // of a poll's own bean of another type that is said alone
                .filter(bean -> !file.isPoll()
                        || bean.is(Query.class)
                        || !bean.name().equals(file.id())
                        || Vocabulary.type(bean.type()) == null)
                .forEach(check::bean);
        return check.wrong;
    }

    private void bean(BeanText bean) {
        if (bean.type().isEmpty() || bean.type().startsWith("#") || bean.type().contains("{{")) {
            return;
        }
        Class<?> type = Vocabulary.type(bean.type());
        if (type == null) {
            say(
                    bean.line(),
                    "the type of bean " + bean.name() + " is " + bean.type() + ", which is no class"
                            + Nearest.text(bean.type(), Vocabulary.types()) + "; mend it");
        } else if (type.getName().startsWith(OURS)) {
            Map<String, Method> setters = Vocabulary.setters(type);
            Object made = instance(type);
            bean.properties().forEach((canonical, property) -> property(type, setters, made, canonical, property));
        }
    }

    private void property(
            Class<?> type,
            Map<String, Method> setters,
            @Nullable Object made,
            String canonical,
            BeanText.Property property) {
        int dot = canonical.indexOf('.');
        Method setter = setters.get(dot < 0 ? canonical : canonical.substring(0, dot));
        boolean isMap = setter != null && Map.class.isAssignableFrom(setter.getParameterTypes()[0]);
        if (setter == null || (dot >= 0 && !isMap)) {
            List<String> names =
                    setters.values().stream().map(Vocabulary::name).sorted().toList();
            String nearest = Nearest.of(property.name(), names);
            say(
                    property.line(),
                    Vocabulary.word(type) + " has no property " + property.name()
                            + (nearest == null
                                    ? ", it has " + String.join(", ", names)
                                    : " (did you mean " + nearest + "?)")
                            + "; mend or remove it");
        } else if (isMap) {
            LimitForm.look(canonical, property, this::say);
        } else if (!(property.node() instanceof ScalarNode)) {
            say(
                    property.line(),
                    property.name()
                            + " is a list or a map but must be a text; put it in quotes, or mend the indentation");
        } else if (property.value().isBlank()) {
            say(property.line(), property.name() + " has no value; add it, or remove the line");
        } else if (!property.value().contains("{{")) {
            value(setter, made, property);
        }
    }

    private void value(Method setter, @Nullable Object made, BeanText.Property property) {
        Class<?> kind = setter.getParameterTypes()[0];
        String value = property.value();
        String is = " is " + Quoted.of(value) + " but must be ";
        String hint = FullWidth.hint(value);
        if (kind == int.class && !value.matches("-?[0-9]{1,9}")) {
            value(property, is + "a whole number" + hint);
        } else if (kind == boolean.class && !value.matches("true|false")) {
            value(property, is + "true or false" + hint);
        } else if (made != null
                && !JsltCheck.isJslt(made.getClass(), Vocabulary.name(setter))
                && !SAID_BY_QUERY.contains(Vocabulary.name(setter))) {
            try {
                setter.invoke(
                        made,
                        kind == int.class
                                ? (Object) Integer.valueOf(value)
                                : kind == boolean.class ? Boolean.valueOf(value) : value);
            } catch (InvocationTargetException e) {
                value(property, Causes.of(e.getCause() == null ? e : e.getCause()));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A value that is a setting is named by its key, once, however many files it stands in. */
    private void value(BeanText.Property property, String said) {
        String written = YamlNodes.text(property.node());
        String words = said.startsWith(property.name() + " ")
                ? said.substring(property.name().length())
                : said;
        boolean ofProperty = words.startsWith(" ");
        Matcher setting = SETTING.matcher(written);
        if (setting.matches() && ofProperty && settings.given(setting.group(1)).isPresent()) {
            String key = setting.group(1);
            wrong.add(key + words + ": it is the " + property.name() + " of a bean; mend " + settings.place(key));
        } else {
            say(
                    property.line(),
                    (ofProperty ? property.name() : "") + words + "; mend "
                            + (written.contains("{{") ? written : "it"));
        }
    }

    private static @Nullable Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private void say(int line, String what) {
        wrong.add(file + " line " + line + ": " + what);
    }
}
