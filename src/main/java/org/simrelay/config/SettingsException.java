package org.simrelay.config;

/** A setting that is missing or wrong; the message names the key and the remedy and holds no secret. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
