package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Looks in the files of a vendor for what can be read, but hardly is meant: a table by which all is good, time-outs that are swapped. */
final class VendorSlips {

    private final RouteFile file;
    private final List<String> doubtful = new ArrayList<>();

    private VendorSlips(RouteFile file) {
        this.file = file;
    }

    /** What may be wrong: messages with file, line and remedy; none for a poll. */
    static List<String> doubtful(RouteFile file) {
        VendorSlips slips = new VendorSlips(file);
        if (file.path().toString().replace('\\', '/').contains("vendors/")) {
            file.beans().forEach(slips::bean);
            slips.look(file.root());
        }
        return slips.doubtful;
    }

    private void bean(BeanText bean) {
        if (bean.is(JudgeReply.class)) {
            good(
                    bean.property("otherwise"),
                    "of a code that no line names, so that what is new is taken for data; write unknown");
            BeanText.Property again = bean.property("refusedAgain");
            good(again, "of a refusal that comes again, so that it is taken for data; write denied, or batch");
            if (again != null && again.value().equals("reauth")) {
                say(
                        again.line(),
                        "refusedAgain is reauth, which it comes from; write denied, or what a second refusal means");
            }
        } else if (bean.is(Call.class)) {
            BeanText.Property credentials = bean.property("credentials");
            if (credentials != null) {
                twice(credentials);
            }
        }
        BeanText.Property path = bean.property("path");
        if (path != null && path.value().contains("//") && !path.value().contains("://")) {
            say(path.line(), "path has two slashes in a row; write one");
        } else if (path != null && AddressCheck.TWICE.matcher(path.value()).find()) {
            say(
                    path.line(),
                    "path has the same part twice in a row; write it once, or leave it if the vendor has it so");
        }
    }

    private void good(BeanText.@Nullable Property outcome, String why) {
        if (outcome != null && outcome.value().matches("ok|empty")) {
            say(outcome.line(), outcome.name() + " is " + outcome.value() + ", the outcome " + why);
        }
    }

    private void twice(BeanText.Property credentials) {
        Map<String, Boolean> seen = new TreeMap<>();
        credentials
                .value()
                .lines()
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    if (seen.put(name, true) != null) {
                        say(credentials.line(), "credentials lists " + name + " twice; remove one of the lines");
                    }
                });
    }

    private void look(@Nullable Node node) {
        YamlNodes.elements(node).forEach(this::look);
        for (NodeTuple field : YamlNodes.fields(node)) {
            String key = YamlNodes.text(field.getKeyNode());
            Node value = field.getValueNode();
            String text = YamlNodes.text(value);
            if (key.equals("connectTimeout") && text.contains(".timeout.read")) {
                swapped(value, "connectTimeout", "read", "connect");
            } else if (key.equals("responseTimeout") && text.contains(".timeout.connect")) {
                swapped(value, "responseTimeout", "connect", "read");
            } else if (key.matches("connectTimeout|responseTimeout|soTimeout") && text.matches("[0-9]{1,3}")) {
                say(
                        YamlNodes.line(value),
                        key + " is " + text + " milliseconds, since it has no unit; write " + text
                                + "s if seconds are meant");
            } else if (key.equals("defaultErrorHandler") || key.equals("deadLetterChannel")) {
                say(
                        YamlNodes.line(field.getKeyNode()),
                        key + " handles a failure that the sweep is to handle; write noErrorHandler: {}");
            } else if (key.equals("doCatch")) {
                say(
                        YamlNodes.line(field.getKeyNode()),
                        "doCatch keeps a failure from the sweep, which then takes the request for answered; remove it");
            }
            look(value);
        }
    }

    private void swapped(Node at, String name, String is, String should) {
        say(
                YamlNodes.line(at),
                name + " is " + file.vendor() + ".timeout." + is + "; write " + file.vendor() + ".timeout." + should);
    }

    private void say(int line, String what) {
        doubtful.add(file.path() + " line " + line + ": " + what);
    }
}
