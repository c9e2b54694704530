package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.JudgeReply;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks for what is left of the poll that another one was copied from: its timer, its switch, its keys, its vendor's table. */
final class CopiedPoll {

    private final RouteFile file;
    private final RouteSet set;
    private final String own;
    private final List<String> found = new ArrayList<>();

    private CopiedPoll(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
        this.own = file.id().replaceFirst("-", ".");
    }

    /** What keeps the poll from running: messages with file, line, column and remedy. */
    static List<String> problems(RouteFile file, RouteSet set) {
        CopiedPoll copied = new CopiedPoll(file, set);
        copied.keys(true);
        copied.timer();
        return copied.found;
    }

    /** What may be meant, to warn of. */
    static List<String> doubtful(RouteFile file, RouteSet set) {
        CopiedPoll copied = new CopiedPoll(file, set);
        copied.keys(false);
        copied.table();
        return copied.found;
    }

    /** @param switches whether the switches are looked at, or all others */
    private void keys(boolean switches) {
        for (NamedKey named : NamedKey.of(file.text())) {
            List<String> words = named.words();
            if (words.size() != 3) {
                continue;
            }
            String other = words.get(0) + "-" + words.get(1);
            boolean isSwitch = words.get(2).equals("enabled");
            if (isSwitch == switches
                    && !other.equals(file.id())
                    && set.pollsOnDisk().contains(other)) {
                found.add(file.path() + " line " + named.line() + " column " + named.column() + ": " + named.key()
                        + " is the key of the poll " + other
                        + (isSwitch ? ", which then switches this one too" : "") + "; write " + own + "."
                        + words.get(2));
            }
        }
    }

    /** Of a poll that takes part it is said anyway. */
    private void timer() {
        String uri = set.entrance(file);
        String other = uri.replaceFirst("^quartz:(//)?", "").replaceFirst("/", "-");
        Node from = RouteSet.from(file);
        boolean runs = set.files()
                .anyMatch(one ->
                        !one.path().equals(file.path()) && set.entrance(one).equals(uri));
        if (from != null
                && uri.startsWith("quartz:")
                && !runs
                && !other.equals(file.id())
                && set.pollsOnDisk().contains(other)) {
            found.add(file.path() + " line " + YamlNodes.line(from) + ": the route begins with " + uri
                    + ", and so does that of the poll " + other + ", which is off; write quartz:"
                    + file.id().replaceFirst("-", "/"));
        }
    }

    private void table() {
        QueryText query = file.query();
        BeanText.Property judge = query == null ? null : query.bean().property("judge");
        if (judge == null) {
            return;
        }
        String name = Placeholders.filled(judge.value(), set.settings()).replaceFirst("^#bean:", "");
        Set<String> owners = set.files()
                .filter(one -> one.beans().stream()
                        .anyMatch(
                                bean -> bean.is(JudgeReply.class) && bean.name().equals(name)))
                .map(RouteFile::id)
                .collect(Collectors.toSet());
        if (!owners.isEmpty()
                && owners.stream().noneMatch(id -> RouteFiles.vendor(id).equals(file.vendor()))) {
            found.add(file.path() + " line " + judge.line() + ": judge names " + name
                    + ", which is a table of another vendor; name one of " + file.vendor()
                    + "'s own, or add it to its call file");
        }
    }
}
