package org.simrelay.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file or folder of the installation cannot be read, and what to do. */
final class Unreadable {

    private Unreadable() {}

    /** @param thrown by the one who tried */
    static SettingsException of(Path what, IOException thrown) {
        return new SettingsException(text(what, thrown));
    }

    static String text(Path what, IOException thrown) {
        String reason = thrown instanceof NoSuchFileException ? "" : " (" + thrown.getMessage() + ")";
        return thrown instanceof AccessDeniedException
                ? what
                        + " may not be read by the user who runs this; give that user the right, as chmod -R go+rX config routes does"
                : what + " cannot be read" + reason + "; start simrelay in the folder that holds config/ and routes/";
    }
}
