package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Nearest;
import org.simrelay.mapping.Jslt;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;
import org.simrelay.steps.Query;

/** Looks at the JSLT in the beans of a route file: whether it can be read, and whether what it names is there. */
final class JsltCheck {

    private static final Map<Class<?>, Set<String>> PROPERTIES = Map.of(
            Query.class, Set.of("ask", "list", "card", "total", "nothing", "next"),
            Call.class, Set.of("sign", "query", "headers", "json", "form"),
            Login.class, Set.of("token", "life"),
            JudgeReply.class, Set.of("status", "message"));

    private static final Set<String> FUNCTIONS = Jslt.functions();
    private static final Pattern DIGEST =
            Pattern.compile("(?<function>(digest|hmac)(-base64)?)\\s*\\(\\s*(?<quoted>\"(?<algorithm>[^\"\\\\]*)\")");

    private final Path file;
    private final PropertyPlaces places;
    private final boolean hasSession;
    private final List<String> wrong = new ArrayList<>();

    private JsltCheck(RouteFile file, boolean hasSession) {
        this.file = file.path();
        this.places = new PropertyPlaces(file.text());
        this.hasSession = hasSession;
    }

    static boolean isJslt(Class<?> type, String property) {
        return PROPERTIES.getOrDefault(type, Set.of()).contains(property);
    }

    /**
     * What is wrong: messages with file, line, the column where it is known, and the remedy.
     *
     * @param hasSession whether the vendor of the file has a login
     */
    static List<String> problems(RouteFile file, boolean hasSession) {
        JsltCheck check = new JsltCheck(file, hasSession);
        for (BeanText bean : file.beans()) {
            Class<?> type = Vocabulary.type(bean.type());
            for (String property : PROPERTIES.getOrDefault(type == null ? Object.class : type, Set.of())) {
                BeanText.Property written = bean.property(property);
                if (written != null && !written.value().isEmpty()) {
                    check.property(bean, property, written);
                }
            }
        }
        return check.wrong;
    }

    /** What is wrong with a use of a name, where the place has these variables; empty where nothing is. */
    static String wrong(JsltScan.Use use, JsltVariables variables) {
        return use.isVariable() ? variables.wrong(use.name()) : function(use.name());
    }

    private static String function(String name) {
        if (FUNCTIONS.contains(name)) {
            return "";
        }
        String here = KnownHabits.here(name);
        return "there is no function " + name
                + (here == null ? Nearest.text(name, FUNCTIONS) + "; mend it" : "; write " + here);
    }

    private void property(BeanText bean, String name, BeanText.Property property) {
        JsltScan scan = JsltScan.of(YamlNodes.text(property.node()));
        JsltVariables variables = variables(bean, name);
        boolean functions = true;
        for (JsltScan.Use use : scan.uses()) {
            String said = wrong(use, variables);
            functions &= use.isVariable() || said.isEmpty();
            if (use.text().equals("$credentials") && said.isEmpty()) {
                said = CredentialKeys.wrong(bean, use.field());
            }
            if (!said.isEmpty()) {
                say(property, use.text(), use.offset(), said);
            }
            algorithm(property, use);
        }
        for (JsltScan.Use use : scan.quoted()) {
            if (variables.wrong(use.name()).isEmpty()) {
                say(property, use.text(), use.offset(), use.text() + " in quotes is a text; write it without them");
            }
        }
        for (DigestArguments.Said said :
                DigestArguments.in(YamlNodes.text(property.node()), CredentialKeys.secrets(bean))) {
            say(property, said.near(), said.offset(), said.words());
        }
        for (TimeFormats.Wrong format : TimeFormats.in(YamlNodes.text(property.node()))) {
            say(property, format.near(), format.offset(), format.near() + ": " + format.said());
        }
        // of a function that is not there JSLT would say the same again
        if (functions && !property.value().contains("{{")) {
            JsltProblem problem = JsltProblem.of(property.value());
            if (problem != null) {
                say(property, problem.near(), problem.offset(), problem.words());
            }
        }
    }

    /** A signature that cannot be made would fail every request. */
    private void algorithm(BeanText.Property property, JsltScan.Use use) {
        String value = YamlNodes.text(property.node());
        Matcher digest = DIGEST.matcher(value).region(use.offset(), value.length());
        if (digest.lookingAt()) {
            String said = Jslt.digestProblem(digest.group("function"), digest.group("algorithm"));
            if (!said.isEmpty()) {
                say(property, digest.group("quoted"), digest.start("quoted"), said + "; mend it");
            }
        }
    }

    private JsltVariables variables(BeanText bean, String property) {
        if (bean.is(Query.class)) {
            return JsltVariables.of(new QueryText(bean));
        }
        if (bean.is(Call.class)) {
            return JsltVariables.ofCall(bean, property, hasSession);
        }
        return property.equals("life") ? JsltVariables.ofLife() : JsltVariables.none();
    }

    private void say(BeanText.Property property, String near, int offset, String what) {
        wrong.add(file + places.of(property, near, offset) + ": " + property.name() + ": " + what);
    }
}
