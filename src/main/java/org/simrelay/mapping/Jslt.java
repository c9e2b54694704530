package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.ResourceResolver;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import com.schibsted.spt.data.jslt.impl.NodeUtils;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Compiles JSLT: with the types of {@link TypeFunctions}, and with null values kept, as subscribers expect them. */
public final class Jslt {

    static {
        // JSLT has one for all its expressions, and makes each object with it
        var unused = NodeUtils.mapper.setNodeFactory(FewFieldsFactory.INSTANCE);
    }

    private Jslt() {}

    /**
     * An expression in a route's bean, such as {@code .data.date}.
     *
     * @throws IllegalArgumentException that shows the expression and what is wrong with it
     */
    public static Expression expression(String text) {
        try {
            return parser(new StringReader(text), new UnmappedTexts(), new PlaceholderDates())
                    .compile();
        } catch (JsltException | NumberFormatException | StackOverflowError e) {
            throw new IllegalArgumentException("JSLT \"" + text + "\": " + why(e), e);
        }
    }

    /** The same with these in place of the digests. */
    static Expression expression(String text, List<Function> digests) {
        List<Function> functions = new ArrayList<>(functions(new UnmappedTexts(), new PlaceholderDates()));
        functions.removeAll(DigestFunctions.ALL);
        functions.addAll(digests);
        return new Parser(new StringReader(text))
                .withFunctions(functions)
                .withObjectFilter((JsonNode value) -> true)
                .compile();
    }

    /**
     * A mapping; what it imports is looked for beside it.
     *
     * @param text the file's, of {@link #text}
     * @param unmapped counts the texts it has no word for
     * @param placeholders counts the dates that are none
     * @throws IllegalArgumentException that names the file and, where it is known, the line
     */
    static Expression file(Path file, String text, UnmappedTexts unmapped, PlaceholderDates placeholders) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        ResourceResolver beside = name -> beside(folder, name);
        try {
            return parser(new StringReader(text), unmapped, placeholders)
                    .withSource(file.toString())
                    .withResourceResolver(beside)
                    .compile();
        } catch (JsltException | NumberFormatException | StackOverflowError e) {
            throw new IllegalArgumentException(file + ": " + why(e), e);
        }
    }

    /** What the parser says; what breaks it has words of its own or none. */
    private static String why(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "its parts stand too deep in one another, or a function calls itself without an end";
        }
        return (thrown instanceof NumberFormatException ? "it has a number that is too long: " : "")
                + thrown.getMessage();
    }

    /**
     * Whether a mapping can be read.
     *
     * @throws IllegalArgumentException as for {@link #text} and {@link #file}, caused by a {@link JsltException} where the parser refuses it
     */
    public static void check(Path file) {
        Expression unused = mapping(file);
    }

    /**
     * A mapping that is only tried: what it has no word for is counted nowhere.
     *
     * @throws IllegalArgumentException as {@link #check}
     */
    public static Expression mapping(Path file) {
        return file(file, text(file), new UnmappedTexts(), new PlaceholderDates());
    }

    /** The names of the functions that an expression can call, JSLT's own among them. */
    public static Set<String> functions() {
        Set<String> names = new TreeSet<>(BuiltinFunctions.functions.keySet());
        names.addAll(BuiltinFunctions.macros.keySet());
        functions(new UnmappedTexts(), new PlaceholderDates()).forEach(function -> names.add(function.getName()));
        return names;
    }

    /** Why a function of signatures cannot take an algorithm, {@code digest} and {@code md6}; empty where it can. */
    public static String digestProblem(String function, String algorithm) {
        return Digests.wrong(function, algorithm);
    }

    /**
     * The text of a mapping.
     *
     * @throws IllegalArgumentException that names the file and what is wrong with it
     */
    static String text(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read; a mapping of this name must be there", e);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Reader beside(Path folder, String name) {
        try {
            return new StringReader(TextFile.read(folder.resolve(name)));
        } catch (SettingsException e) {
            throw new JsltException(e.getMessage(), e);
        } catch (IOException e) {
            throw new JsltException(folder.resolve(name) + ", which is imported, cannot be read", e);
        }
    }

    /** The digests that a vendor's side may check a signature with. */
    public static List<Function> digests() {
        return DigestFunctions.ALL;
    }

    private static List<Function> functions(UnmappedTexts unmapped, PlaceholderDates placeholders) {
        List<Function> functions = new ArrayList<>(TypeFunctions.all(unmapped, placeholders));
        functions.addAll(TimeFunctions.ALL);
        functions.addAll(DigestFunctions.ALL);
        return functions;
    }

    private static Parser parser(Reader reader, UnmappedTexts unmapped, PlaceholderDates placeholders) {
        return new Parser(reader)
                .withFunctions(functions(unmapped, placeholders))
                .withObjectFilter((JsonNode value) -> true);
    }
}
