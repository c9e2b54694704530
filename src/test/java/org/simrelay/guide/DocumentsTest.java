package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of files is so. */
class DocumentsTest {

    private static final Path README = Path.of("README.md");
    private static final int MOST_LINES = 120;
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
    private static final Pattern CITED = Pattern.compile("[\\w./-]*\\w\\.md\\b");

    static List<Path> documents() throws IOException {
        return files(".md");
    }

    @Test
    void readmeIsReadInAFewMinutes() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void readmeShowsAPollAsItIs() throws IOException {
        assertThat(Files.readString(README))
                .contains("```yaml\n" + Files.readString(Path.of("routes/polls/iotbos-usage.camel.yaml")) + "```");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            assertThat(document.resolveSibling(link.group(1)))
                    .as(document.toString())
                    .exists();
        }
    }

    @Test
    void classesThatTheCodesPageNamesAreThere() throws IOException {
        List<String> named = Pattern.compile("`([a-z]+/[A-Z]\\w+)`")
                .matcher(Files.readString(Path.of("src/README.md")))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(20).allMatch(name -> Stream.of("src/main", "src/test")
                .anyMatch(root -> Files.exists(Path.of(root, "java/org/simrelay", name + ".java"))));
    }

    @Test
    void noFileCitesADocumentThatIsNotThere() throws IOException {
        // docs/changelog.md is called so in the archive
        List<String> known = new ArrayList<>(List.of("CHANGELOG.md"));
        documents().forEach(document -> known.add(document.getFileName().toString()));
        for (String ending : List.of(".java", ".yaml", ".jslt", ".properties", ".md", ".xml")) {
            for (Path file : files(ending)) {
                Matcher cited = CITED.matcher(Files.readString(file));
                while (cited.find()) {
                    assertThat(known)
                            .as(file.toString())
                            .contains(Path.of(cited.group()).getFileName().toString());
                }
            }
        }
    }

    /** Of the repository, but for what is built, which comes and goes while this is read. */
    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.startsWith("target") || folder.startsWith(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending) && attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }
}
