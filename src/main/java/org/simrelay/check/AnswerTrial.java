package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.ShownAnswers.Answer;
import org.simrelay.config.Nearest;
import org.simrelay.mapping.Jslt;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;

/** Holds what route files say of a vendor's replies against those that its scenarios give: where it answers, the token, the code. */
final class AnswerTrial {

    private static final Pattern METHOD = Pattern.compile("(?m)^\\s*httpMethod:\\s*([A-Z]+)\\s*$");

    private final RouteFile file;
    private final RouteSet set;
    private final List<String> doubtful = new ArrayList<>();

    private AnswerTrial(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
    }

    /** What may be wrong: messages with file, line and remedy. */
    static List<String> doubtful(RouteFile file, RouteSet set) {
        AnswerTrial trial = new AnswerTrial(file, set);
        if (file.isPoll()) {
            trial.path();
        } else {
            for (BeanText bean : file.beans()) {
                if (bean.is(Login.class)) {
                    trial.login(bean);
                } else if (bean.is(JudgeReply.class)) {
                    trial.table(bean);
                }
            }
        }
        return trial.doubtful;
    }

    /** A poll that asks elsewhere than its scenarios answer would fail each of them. */
    private void path() {
        QueryText query = file.query();
        BeanText.Property path = query == null ? null : query.bean().property("path");
        List<Answer> answers = set.answers(file.id());
        if (path == null
                || answers.isEmpty()
                || path.value().contains("{{")
                || !path.value().startsWith("/")) {
            return;
        }
        Pattern asked = Pattern.compile(".*" + asked(path.value()));
        Set<String> shown = new LinkedHashSet<>();
        answers.forEach(answer -> shown.add(answer.path()));
        Set<String> logins = logins();
        Set<String> own = new TreeSet<>(shown);
        own.removeIf(one -> logins.stream().anyMatch(one::endsWith) || one.contains("$"));
        if (shown.stream().anyMatch(one -> one.contains("$")) || own.isEmpty()) {
            return;
        }
        if (own.stream().noneMatch(one -> asked.matcher(one).matches())) {
            say(
                    path,
                    "no scenario of " + file.id() + " answers at " + path.value() + ", but at " + String.join(", ", own)
                            + Nearest.text(path.value(), own) + "; mend the one or the other");
            return;
        }
        String method = method();
        for (Answer answer : answers) {
            boolean isOwn = asked.matcher(answer.path()).matches();
            if (own.contains(answer.path()) && !isOwn) {
                elsewhere(
                        answer,
                        "the scenario answers at " + answer.path() + ", where " + file.id() + " does not ask"
                                + Nearest.text(answer.path(), Set.of(path.value())) + "; mend it");
            } else if (isOwn && !method.isEmpty() && !method.equals(answer.method())) {
                elsewhere(
                        answer,
                        "the scenario answers " + answer.method() + ", but " + file.id() + " asks by " + method
                                + "; write " + method.toLowerCase(Locale.ROOT) + ", or mend httpMethod");
            }
        }
    }

    /** How the vendor is asked; empty where its files do not say. */
    private String method() {
        return set.files()
                .filter(one -> !one.isPoll() && one.vendor().equals(file.vendor()))
                .flatMap(one -> METHOD.matcher(one.text()).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private void elsewhere(Answer answer, String said) {
        List<String> lines = FolderFiles.text(answer.scenario()).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            int at = lines.get(line).indexOf(answer.path());
            if (at >= 0) {
                doubtful.add(answer.scenario() + " line " + (line + 1) + " column " + (at + 1) + ": " + said);
                return;
            }
        }
    }

    private static String asked(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("(?=\\{)|(?<=})", -1)) {
            parts.add(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return String.join("", parts);
    }

    /** The paths of the vendor's logins. */
    private Set<String> logins() {
        return set.files()
                .filter(one -> one.vendor().equals(file.vendor()) && !one.isPoll())
                .flatMap(one -> one.beans().stream())
                .filter(bean -> bean.is(Call.class) && bean.has("path"))
                .map(bean -> String.valueOf(bean.value("path")))
                .collect(Collectors.toSet());
    }

    private void login(BeanText login) {
        Set<String> paths = logins();
        List<JsonNode> replies = set.answersOf(file.vendor())
                .filter(answer -> paths.stream().anyMatch(path -> answer.path().endsWith(path)))
                .map(Answer::body)
                .filter(JsonNode::isObject)
                .toList();
        BeanText.Property token = login.property("token");
        BeanText.Property life = login.property("life");
        if (replies.isEmpty()) {
            return;
        }
        if (token != null
                && replies.stream().map(reply -> applied(token, reply)).noneMatch(AnswerTrial::isToken)) {
            say(
                    token,
                    "token gives " + kind(applied(token, replies.get(0)))
                            + " for the login's reply in the scenarios of " + file.vendor()
                            + ", but must give a text; mend it, to where the token stands");
        }
        if (life != null && replies.stream().map(reply -> applied(life, reply)).noneMatch(AnswerTrial::isLife)) {
            say(
                    life,
                    "life gives " + kind(applied(life, replies.get(0))) + " for the login's reply in the scenarios of "
                            + file.vendor()
                            + ", but must give seconds, a number; mend it, or leave it out for a minute");
        }
    }

    private static boolean isToken(@Nullable JsonNode token) {
        return token == null || (token.isTextual() && !token.textValue().isBlank());
    }

    private static boolean isLife(@Nullable JsonNode life) {
        return life == null
                || life.isNumber()
                || (life.isTextual() && life.textValue().matches("[0-9]+([.][0-9]+)?"));
    }

    /** A table by which no reply of any scenario is ok reads the code elsewhere, or has another. */
    private void table(BeanText table) {
        BeanText.Property status = table.property("status");
        BeanText.Property codes = table.property("codes");
        boolean isVendors = table.name().equals(file.vendor() + "Outcomes");
        if (status == null
                || codes == null
                || !isVendors
                || !String.valueOf(table.value("otherwise")).matches("unknown|null")) {
            return;
        }
        Set<String> good = new TreeSet<>();
        codes.value()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(ok|empty)\\s*:.*"))
                .forEach(line -> good.addAll(
                        List.of(line.replaceFirst("^[a-z]+\\s*:\\s*", "").split("[ ,]+", -1))));
        Set<String> shown = new TreeSet<>();
        set.answersOf(file.vendor())
                .map(Answer::body)
                .filter(JsonNode::isObject)
                .forEach(reply -> {
                    JsonNode code = applied(status, reply);
                    shown.add(code == null || !code.isValueNode() || code.isNull() ? "" : code.asText());
                });
        shown.remove("");
        if (shown.isEmpty() || shown.stream().anyMatch(good::contains)) {
            return;
        }
        say(
                status,
                "status gives "
                        + shown.stream().limit(3).map(one -> "\"" + one + "\"").collect(Collectors.joining(", "))
                        + " for the replies in the scenarios of " + file.vendor()
                        + ", and none of it is a code under ok or empty; mend status, or the codes");
    }

    private static String kind(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                ? "nothing"
                : value.isArray()
                        ? "a list"
                        : value.isObject() ? "an object" : value.isTextual() ? "a text that is none" : value.toString();
    }

    private static @Nullable JsonNode applied(BeanText.Property jslt, JsonNode to) {
        try {
            return JsltProblem.of(jslt.value()) != null
                    ? null
                    : Jslt.expression(jslt.value()).apply(Map.of("now", LongNode.valueOf(0)), to);
        } catch (JsltException e) {
            return NullNode.instance;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void say(BeanText.Property at, String what) {
        doubtful.add(file.path() + " line " + at.line() + ": " + what);
    }
}
