package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;

/** Looks whether the steps of a vendor's call and login are those by which a reply is read and judged, wherever they stand. */
final class ReplySteps {

    private final RouteFile file;
    private final RouteSet set;
    private final ReachedSteps steps;
    private final List<String> wrong = new ArrayList<>();

    private ReplySteps(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
        this.steps = new ReachedSteps(set);
    }

    /** What is wrong: messages with file, line and remedy; none for a poll. */
    static List<String> problems(RouteFile file, RouteSet set) {
        ReplySteps look = new ReplySteps(file, set);
        if (!file.isPoll() && !set.isBroken(file.vendor())) {
            look.login();
            look.reply();
        }
        return look.wrong;
    }

    private void login() {
        Set<String> routes = set.beans()
                .filter(bean -> bean.is(Login.class))
                .map(bean -> String.valueOf(bean.value("route")))
                .collect(Collectors.toSet());
        if (!routes.contains(set.entrance(file))) {
            return;
        }
        Map<String, Integer> refs = refs(file);
        if (file.id().matches(".*-(call|http|sweep)")) {
            // where the login says so, it is that which is wrong
            return;
        }
        Integer permit = refs.get("acquirePermit");
        if (permit != null) {
            say(
                    permit,
                    "acquirePermit waits here for the permit that the request in need of the token holds; write"
                            + " awaitPace");
        } else if (!refs.containsKey("awaitPace")) {
            say(
                    1,
                    "the login has no step \"process: { ref: awaitPace }\", or it goes out past the account's pace; add"
                            + " it as the first");
        }
        if (steps.isCut(file)) {
            return;
        }
        Set<String> all = steps.reached(file);
        step(all, Call.class, "makes its call");
        step(all, JudgeReply.class, "judges its reply, so that a refusal is not taken for a token");
        all.stream()
                .filter(name -> set.beans()
                        .anyMatch(bean -> bean.is(Login.class) && bean.name().equals(name)))
                .findFirst()
                .ifPresent(name -> say(
                        1,
                        "the login comes by " + name
                                + ", which waits for this login to end; go to the HTTP call itself, such as direct:"
                                + file.vendor() + "-http"));
    }

    private void step(Set<String> all, Class<?> type, String what) {
        if (set.beans().noneMatch(bean -> bean.is(type) && all.contains(bean.name()))) {
            say(
                    1,
                    "the login has no step that " + what + ", a bean of type " + type.getName()
                            + " that a \"process: { ref: … }\" names; add it");
        }
    }

    /** What comes back must be read, bounded, and be JSON with all its digits; said of the file that makes the HTTP call. */
    private void reply() {
        if (!file.id().equals(file.vendor() + "-call") || steps.isCut(file)) {
            return;
        }
        Set<String> all = steps.reached(file);
        HttpStep http = HttpStep.of(file, set);
        if (!all.contains("readReply")) {
            say(
                    http,
                    http.line(),
                    "no step behind the HTTP call is \"process: { ref: readReply }\", which reads the reply and judges"
                            + " HTTP's status; add it");
        }
        if (!all.contains("unmarshal")) {
            say(
                    http,
                    http.line(),
                    "no step behind the HTTP call is \"unmarshal: { json: … }\", which makes JSON of the reply; add it");
        } else if (!all.contains("objectMapper")) {
            say(
                    http,
                    http.unmarshal(),
                    "unmarshal has no objectMapper, which keeps all digits of a number; add objectMapper:"
                            + " \"#bean:json\"");
        }
    }

    private static Map<String, Integer> refs(RouteFile file) {
        Map<String, Integer> refs = new TreeMap<>();
        StepRefs.of(file.root()).forEach(ref -> refs.putIfAbsent(ref.name(), ref.line()));
        return refs;
    }

    private void say(HttpStep at, int line, String what) {
        wrong.add(at.file().path() + " line " + line + ": " + what);
    }

    private void say(int line, String what) {
        wrong.add(file.path() + " line " + line + ": " + what);
    }
}
