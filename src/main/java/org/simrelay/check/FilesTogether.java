package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.steps.JudgeReply;

/** Looks at a route file beside the others: what it names must stand in one of them, and nothing in two. */
final class FilesTogether {

    private FilesTogether() {}

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteSet set, RouteFile file) {
        if (file.root() == null) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>(TwiceNamedBeans.problems(file, set));
        wrong.addAll(NamedParts.problems(file, set));
        wrong.addAll(Entrance.problems(file, set));
        wrong.addAll(CallCheck.problems(file, set));
        wrong.addAll(CallForm.problems(file, set));
        wrong.addAll(BodyCheck.problems(file, set));
        wrong.addAll(LoginCheck.problems(file, set));
        wrong.addAll(StepOrder.problems(file, set));
        wrong.addAll(VendorForm.problems(file, set));
        wrong.addAll(ReplySteps.problems(file, set));
        wrong.addAll(HttpCallForm.problems(file));
        wrong.addAll(CodeTables.problems(file));
        wrong.addAll(SharedForm.problems(file));
        QueryText query = query(file);
        if (query != null) {
            wrong.addAll(VendorFiles.problems(file, set));
            wrong.addAll(AskCheck.problems(file, query));
            wrong.addAll(AskTrial.problems(file, query, set));
            wrong.addAll(CopiedPoll.problems(file, set));
            wrong.addAll(GoneEvents.problems(file, query, set));
            wrong.addAll(SizeCheck.problems(file, query, set));
            wrong.addAll(judge(file, query, set));
            wrong.addAll(MappingCheck.problems(file.id(), set.mapping(file.id())));
        }
        return wrong;
    }

    /** What may be wrong, to warn of. */
    static List<String> doubtful(RouteSet set) {
        List<String> doubtful = new ArrayList<>();
        set.files().forEach(file -> doubtful.addAll(doubtful(set, file)));
        doubtful.addAll(SharedTopics.doubtful(set));
        doubtful.addAll(AddressPaths.doubtful(set));
        return doubtful;
    }

    /** What may be wrong with one of the files. */
    static List<String> doubtful(RouteSet set, RouteFile file) {
        List<String> doubtful = new ArrayList<>();
        QueryText query = query(file);
        if (query != null) {
            Stream.of(SizeCheck.doubtful(file, query), CardSample.doubtful(file, query, set.mapping(file.id())))
                    .filter(Objects::nonNull)
                    .forEach(doubtful::add);
            doubtful.addAll(AskNames.doubtful(file, query, set));
            doubtful.addAll(CopiedPoll.doubtful(file, set));
        }
        doubtful.addAll(CallSends.doubtful(file, set));
        doubtful.addAll(VendorDoubts.of(file, set));
        doubtful.addAll(BeanDoubts.of(file));
        List<String> names = ReplyNames.doubtful(file, set);
        doubtful.addAll(names);
        // what reads a field that is not there finds nothing: one word is enough
        AnswerTrial.doubtful(file, set).stream()
                .filter(said -> names.stream().noneMatch(name -> place(name).equals(place(said))))
                .forEach(doubtful::add);
        doubtful.addAll(VendorSlips.doubtful(file));
        doubtful.addAll(RouteDoubts.of(file, set.settings()));
        doubtful.addAll(CronCheck.doubtful(file, set.settings(), set.now()));
        return doubtful;
    }

    private static String place(String said) {
        return said.substring(0, said.indexOf(": ") + 1);
    }

    private static List<String> judge(RouteFile file, QueryText query, RouteSet set) {
        BeanText.Property judge = query.bean().property("judge");
        String name = judge == null ? "" : judge.value().replaceFirst("^#bean:", "");
        Set<String> tables = set.beans()
                .filter(bean -> bean.is(JudgeReply.class))
                .map(BeanText::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return judge == null || tables.contains(name) || set.isBroken(file.vendor())
                ? List.of()
                : List.of(file.path() + " line " + judge.line() + ": judge names " + name
                        + ", but no route file has a table of codes of this name" + Nearest.text(name, tables)
                        + "; mend the name, or add a bean of type " + JudgeReply.class.getName());
    }

    private static @Nullable QueryText query(RouteFile file) {
        return file.isPoll() ? file.query() : null;
    }
}
