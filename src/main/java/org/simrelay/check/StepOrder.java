package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;

/** Looks whether the steps of a vendor's call stand in the order in which each finds what it needs. */
final class StepOrder {

    private final RouteFile file;
    private final List<StepRefs.Ref> refs;
    private final List<String> wrong = new ArrayList<>();

    private StepOrder(RouteFile file) {
        this.file = file;
        this.refs = StepRefs.of(file.root());
    }

    /** What is wrong: messages with file, line and remedy; none for a file that is no vendor's call. */
    static List<String> problems(RouteFile file, RouteSet set) {
        if (!file.id().equals(RouteFiles.vendor(file.id()) + "-call")) {
            return List.of();
        }
        StepOrder order = new StepOrder(file);
        Set<String> calls = names(set, Call.class);
        Set<String> logins = names(set, Login.class);
        Set<String> judges = names(set, JudgeReply.class);
        order.before(is("acquirePermit"), calls::contains, "the permit is what lets it go out");
        order.before(is("acquirePermit"), logins::contains, "a login goes out within the permit");
        order.before(logins::contains, calls::contains, "$token is not there before it");
        order.before(judges::contains, is("findItems"), "what is refused has no items");
        order.judged(judges);
        order.refs.stream()
                .filter(ref -> ref.name().equals("acquirePermit"))
                .skip(1)
                .forEach(
                        ref -> order.say(
                                ref,
                                "acquirePermit stands twice, and the second waits for a permit that the first has; remove one"));
        order.refs.stream()
                .filter(ref -> ref.name().equals("releasePermit") && !ref.isFinal())
                .forEach(ref -> order.say(
                        ref, "releasePermit must stand in doFinally, or a failed call keeps its place; move it"));
        return order.wrong;
    }

    /** A reply is judged behind the call that brings it. */
    private void judged(Set<String> judges) {
        StepRefs.Ref judge = find(judges::contains);
        int goes = StepTargets.lastTo(file.root());
        if (judge != null && goes > judge.line()) {
            say(
                    judge,
                    "the step " + judge.name() + " must stand behind the HTTP call, in line " + goes
                            + ": there is no reply before it; move it");
        }
    }

    private void before(Predicate<String> first, Predicate<String> second, String why) {
        StepRefs.Ref one = find(first);
        StepRefs.Ref other = find(second);
        if (one != null && other != null && one.line() > other.line()) {
            say(
                    one,
                    "the step " + one.name() + " must stand before " + other.name() + ", in line " + other.line() + ": "
                            + why + "; move it");
        }
    }

    private StepRefs.@Nullable Ref find(Predicate<String> name) {
        return refs.stream().filter(ref -> name.test(ref.name())).findFirst().orElse(null);
    }

    private static Predicate<String> is(String name) {
        return name::equals;
    }

    private static Set<String> names(RouteSet set, Class<?> type) {
        return set.beans().filter(bean -> bean.is(type)).map(BeanText::name).collect(Collectors.toSet());
    }

    private void say(StepRefs.Ref at, String what) {
        wrong.add(file.path() + " line " + at.line() + ": " + what);
    }
}
