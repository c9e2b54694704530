package org.simrelay.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guide of {@code routes/README.md}: its code blocks, each a file whose path stands in its first line. */
final class Guide {

    /** A file as a reader copies it, with its first line. */
    record Block(String path, String text) {}

    private static final Path README = Path.of("routes/README.md");
    private static final Pattern CODE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern PATH = Pattern.compile("(?:#|//) ((?:config|routes)/[\\w./-]+\\w)[:,].*");

    private final String text;

    private Guide(String text) {
        this.text = text;
    }

    /** What stands between two lines that begin so; up to the end where the second does not come. */
    static Guide between(String from, String to) {
        String page = read();
        int begin = page.indexOf("\n" + from);
        if (begin < 0) {
            throw new IllegalStateException(README + " has no line that begins with " + from);
        }
        int end = page.indexOf("\n" + to, begin + from.length());
        return new Guide(page.substring(begin, end < 0 ? page.length() : end));
    }

    /** Its blocks, in order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String first = code.group(1).lines().findFirst().orElse("");
            Matcher path = PATH.matcher(first);
            if (!path.matches()) {
                throw new IllegalStateException("a block of the guide does not begin with its path: " + first);
            }
            blocks.add(new Block(path.group(1), code.group(1)));
        }
        return blocks;
    }

    /** Does what the reader does: writes each file into a folder; lines of settings go behind those that are there. */
    void follow(Path folder) throws IOException {
        for (Block block : blocks()) {
            Path file = folder.resolve(block.path());
            Files.createDirectories(file.resolveSibling(""));
            boolean more = block.path().startsWith("config/");
            Files.writeString(file, more ? Files.readString(file) + "\n" + block.text() : block.text());
        }
    }

    /** What stands in backticks behind a word, in order: {@code sign: …}. */
    List<String> valuesOf(String word) {
        List<String> values = new ArrayList<>();
        Matcher value = Pattern.compile("`" + word + ": '?(.*?)'?`").matcher(text);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    /** The first cells of the rows of its tables, without those of their headers, each name by itself. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        text.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            Matcher name = Pattern.compile("`([^`]+)`").matcher(line.substring(0, line.indexOf('|', 1)));
            while (name.find()) {
                names.add(name.group(1));
            }
        });
        return names;
    }

    private static String read() {
        try {
            return Files.readString(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
