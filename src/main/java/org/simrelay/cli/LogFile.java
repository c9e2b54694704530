package org.simrelay.cli;

import ch.qos.logback.core.util.StatusPrinter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The log's configuration, before Logback reads it: of one that is no XML it would follow nothing, and the log be silent. */
final class LogFile {

    private LogFile() {}

    /**
     * Looks at it, where it is there.
     *
     * @throws SettingsException with line and remedy, when it is in another charset or no XML
     */
    static void check(Path file) {
        Utf8.check(file);
        if (!Files.isReadable(file)) {
            return;
        }
        try {
            SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(new InputSource(new StringReader(TextFile.read(file))), new Silent());
        } catch (SAXParseException e) {
            throw new SettingsException(file + " line " + e.getLineNumber() + " column " + e.getColumnNumber()
                    + ": the log's configuration is no XML: " + e.getMessage() + "; mend it");
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new SettingsException(file + " cannot be read (" + e.getMessage() + "); mend it");
        }
    }

    /** What Logback says of a configuration that it cannot follow: standard output is the commands' alone. */
    @SuppressWarnings("deprecation") // Logback itself still prints by it
    static void sayOnStandardError() {
        StatusPrinter.setPrintStream(System.err);
    }

    /** Keeps the parser from writing to standard error by itself, and from reading what a DTD names. */
    private static final class Silent extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
