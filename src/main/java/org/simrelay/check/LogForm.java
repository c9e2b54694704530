package org.simrelay.check;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.simrelay.config.Nearest;

/** The form of the log's configuration: that it is XML, and that what it names is in it. Logback would log nothing, or to nowhere. */
final class LogForm {

    private static final Pattern REF = Pattern.compile("<appender-ref\\s+ref\\s*=\\s*\"(?<name>[^\"]*)\"");
    private static final Pattern APPENDER = Pattern.compile("<appender\\s[^>]*name\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern CLASS = Pattern.compile("\\sclass\\s*=\\s*\"(?<name>[^\"$]+)\"");
    private static final Pattern LOGGER =
            Pattern.compile("<logger\\s[^>]*name\\s*=\\s*\"(?<name>org\\.sim[^\"]*|[^\"]*simrelay[^\"]*)\"");

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private LogForm() {}

    /** What is wrong: messages with file, line, column and remedy. */
    static List<String> problems(Path file, String text) {
        List<String> wrong = new ArrayList<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            String said = String.valueOf(e.getMessage())
                    .replaceFirst("(?s).*Message: ", "")
                    .replaceAll("\\s+", " ");
            wrong.add(file + " line " + e.getLocation().getLineNumber() + " column "
                    + e.getLocation().getColumnNumber() + ": is no XML: " + said + "; mend it");
            return wrong;
        }
        String plain = plain(text);
        Set<String> appenders = new TreeSet<>();
        APPENDER.matcher(plain).results().forEach(one -> appenders.add(one.group(1)));
        Matcher ref = REF.matcher(plain);
        while (ref.find()) {
            if (!appenders.contains(ref.group("name")) && !ref.group("name").contains("${")) {
                wrong.add(file + place(plain, ref.start("name")) + "there is no appender " + ref.group("name")
                        + Nearest.text(ref.group("name"), appenders) + ", so that nothing is logged there; mend it");
            }
        }
        Matcher type = CLASS.matcher(plain);
        while (type.find()) {
            String name = type.group("name");
            if (name.contains(".") && Vocabulary.type(name) == null) {
                wrong.add(file + place(plain, type.start("name")) + "there is no class " + name + "; mend its name");
            }
        }
        return wrong;
    }

    /** What may be wrong, to warn of: a logger of nobody. */
    static List<String> doubtful(Path file) {
        List<String> wrong = new ArrayList<>();
        String plain = plain(FolderFiles.text(file));
        Matcher logger = LOGGER.matcher(plain);
        while (logger.find()) {
            String name = logger.group("name");
            if (!name.equals("org.simrelay")
                    && !name.startsWith("org.simrelay.")
                    && Nearest.distance(name, "org.simrelay") <= 3) {
                wrong.add(file + place(plain, logger.start("name")) + "nobody logs as " + name
                        + " (did you mean org.simrelay?); mend it");
            }
        }
        return wrong;
    }

    /** With blanks in the place of comments. */
    private static String plain(String text) {
        return COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
    }

    private static String place(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return " line " + line + " column " + (offset - before.lastIndexOf('\n')) + ": ";
    }
}
