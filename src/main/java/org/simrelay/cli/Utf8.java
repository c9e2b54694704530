package org.simrelay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/**
 * The same program in every locale: standard output and standard error are UTF-8, since vendors' texts are Chinese, and no
 * letter changes its case by the rules of a language. In Turkish Camel does not find its own options, which have an i in them.
 */
final class Utf8 {

    private Utf8() {}

    /** Before anything else runs. */
    static void everywhere() {
        Locale.setDefault(Locale.ROOT);
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
    }

    /**
     * Looks at a text file that a library reads by itself.
     *
     * @throws SettingsException when it is in another charset
     */
    static void check(Path file) {
        if (Files.isReadable(file)) {
            try {
                TextFile.read(file);
            } catch (IOException e) {
                throw new SettingsException(file + " cannot be read (" + e.getMessage() + "); mend it");
            }
        }
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
