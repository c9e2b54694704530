package org.simrelay.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.records.Json;

/** A schema as it is written: where its keys stand, and what was thrown when it was read. */
final class SchemaFile {

    private static final Pattern OF_FIELD =
            Pattern.compile("(?<field>[A-Za-z_$][\\w.\\[\\]-]*): (?<what>.*)", Pattern.DOTALL);
    private static final Pattern OF_LIBRARY = Pattern.compile("\\$(?<path>[.\\[][^:]*)?: (?<what>.*)", Pattern.DOTALL);

    private final Path file;
    private final String text;
    private final JsonPlaces places;

    SchemaFile(Path file) {
        this.file = file;
        String read;
        try {
            read = TextFile.read(file);
        } catch (IOException | SettingsException e) {
            // said where it is read
            read = "";
        }
        this.text = read;
        this.places = new JsonPlaces(read);
    }

    /** What was thrown when it was read, with the place and in words of our own. */
    String thrown(IllegalArgumentException e) {
        String said = String.valueOf(e.getMessage());
        if (e.getCause() instanceof JsonProcessingException json && json.getLocation() != null) {
            return file + " line " + json.getLocation().getLineNr() + " column "
                    + json.getLocation().getColumnNr() + ": " + JsonProblem.of(json);
        }
        String begin = file + ": ";
        if (!said.startsWith(begin)) {
            return said;
        }
        String rest = said.substring(begin.length());
        Matcher library = OF_LIBRARY.matcher(rest);
        Matcher field = OF_FIELD.matcher(rest);
        if (library.matches()) {
            String path = library.group("path") == null ? "" : library.group("path");
            return file + places.of(path.replaceAll("[.\\[]", "/").replaceAll("[\\]']", "")) + ": "
                    + path.replaceFirst("^\\.", "") + " is of the wrong kind ("
                    + library.group("what").replaceFirst("; mend it$", "")
                    + "); mend it";
        }
        String pointer = field.matches() ? pointer(field.group("field")) : "";
        String what = field.matches() ? field.group("what") : rest;
        String place = places.of(pointer + "/" + keyword(pointer, what));
        return file + (place.isEmpty() ? " line 1" : place) + ": " + rest;
    }

    /** The key in the part of the schema that the words are about. */
    private String keyword(String pointer, String what) {
        JsonNode part = json().at(pointer);
        for (var names = part.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (Pattern.compile("(^|[ \"])" + Pattern.quote(name) + "($|[ \":;,])")
                    .matcher(what)
                    .find()) {
                return name;
            }
        }
        return "";
    }

    /** Of the field of a message, {@code packages[].id}. */
    static String pointer(String field) {
        return "/properties/" + field.replaceAll("\\[[0-9]*]", "/items").replace(".", "/properties/");
    }

    /** Where a field is described; the first line where it is not. */
    String placeOfField(String field) {
        String place = places.of(pointer(field));
        return place.isEmpty() ? " line 1" : place;
    }

    String placeOf(String pointer) {
        String place = places.of(pointer);
        return place.isEmpty() ? " line 1" : place;
    }

    /** As it can be read; a missing node where it cannot. */
    JsonNode json() {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }
}
