package org.simrelay.check;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JSLT says of a text that it can read and yet not take, in the words of the guides. */
final class JsltSaid {

    private static final Pattern ARGUMENTS = Pattern.compile(
            "Function '(?<name>[^']+)' needs (?<least>[0-9]+)-(?<most>[0-9]+) arguments?, got (?<got>[0-9]+)");
    private static final Pattern MODULE = Pattern.compile("No such module '(?<name>[^']+)'");
    private static final Pattern OF_MODULE =
            Pattern.compile("No such function '(?<name>[^']+)' in module '(?<module>[^']+)'");
    private static final Pattern TWICE = Pattern.compile("Invalid object declaration, duplicate key '(?<name>[^']+)'");

    private static final Pattern KIND = Pattern.compile("Cannot convert (?<value>.+) to (?<kind>[a-z]+)");

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("join", "join(array, separator)"),
            Map.entry("split", "split(text, expression)"),
            Map.entry("replace", "replace(text, expression, with)"),
            Map.entry("day", "day(at, days)"),
            Map.entry("month", "month(at, months)"),
            Map.entry("digest", "digest(name, text)"),
            Map.entry("digest-base64", "digest-base64(name, text)"),
            Map.entry("hmac", "hmac(name, key, text)"),
            Map.entry("hmac-base64", "hmac-base64(name, key, text)"),
            Map.entry("sorted", "sorted(object, \"=\", \"&\")"),
            Map.entry("contains", "contains(element, sequence)"),
            Map.entry("parse-time", "parse-time(text, format)"),
            Map.entry("format-time", "format-time(seconds, format)"),
            Map.entry("get-key", "get-key(object, name)"),
            Map.entry("test", "test(text, expression)"),
            Map.entry("capture", "capture(text, expression)"));

    private JsltSaid() {}

    /** With the remedy. */
    static String of(String said) {
        Matcher arguments = ARGUMENTS.matcher(said);
        if (arguments.find()) {
            String name = arguments.group("name");
            String least = arguments.group("least");
            String most = arguments.group("most");
            String form = FORMS.get(name);
            return name + " takes " + (least.equals(most) ? least : least + " to " + most)
                    + (most.equals("1") ? " argument" : " arguments") + (form == null ? "" : ", " + form) + ", but has "
                    + arguments.group("got") + "; mend it";
        }
        Matcher ofModule = OF_MODULE.matcher(said);
        if (ofModule.find()) {
            return "No such function " + ofModule.group("name") + " in the import " + ofModule.group("module")
                    + "; mend the name, or add it to the file that is imported";
        }
        Matcher module = MODULE.matcher(said);
        if (module.find()) {
            String name = module.group("name");
            return "no import has the name " + name + "; write import \"" + name + ".jslt\" as " + name
                    + " at the head, or mend the name";
        }
        if (said.contains("is already imported")) {
            return "the file imports itself, by way of its imports; remove one of them";
        }
        if (said.startsWith("Syntax error in regular expression")) {
            return "the expression" + said.substring("Syntax error in regular expression".length())
                    + " cannot be read: a bracket is not closed, or needs a backslash before it; mend it";
        }
        Matcher kind = KIND.matcher(said);
        if (kind.find()) {
            String wanted = kind.group("kind");
            return kind.group("value") + " stands where " + ("aeio".indexOf(wanted.charAt(0)) < 0 ? "a " : "an ")
                    + wanted + " is due; mend what the function is given, or its order";
        }
        Matcher twice = TWICE.matcher(said);
        return twice.find()
                ? "the key " + twice.group("name") + " stands twice in one object; remove one of them"
                : said + "; mend it";
    }
}
