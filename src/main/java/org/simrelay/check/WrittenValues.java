package org.simrelay.check;

import java.util.Locale;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;

/** Looks at values that can be read, but otherwise than they were meant. */
final class WrittenValues {

    private final Installation home;
    private final Problems problems;

    WrittenValues(Installation home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    void look() {
        home.files().onDisk().vendorSwitches().forEach(this::switched);
        home.files().onDisk().switches().forEach(this::switched);
        unit("failures.keep-closed", "d", "days");
    }

    /** What Camel compares too, and only in small letters. */
    private void switched(String key) {
        Settings settings = home.settings();
        problems.attempt(() -> settings.flag(key, true));
        settings.given(key)
                .filter(text -> text.matches("(?i)true|false") && !text.equals(text.toLowerCase(Locale.ROOT)))
                .ifPresent(text -> problems.add(key + " is \"" + text + "\" but must be in small letters; write "
                        + text.toLowerCase(Locale.ROOT) + ", at " + settings.place(key)));
    }

    private void unit(String key, String unit, String units) {
        Settings settings = home.settings();
        boolean isOne = problems.attempt(() -> settings.duration(key));
        settings.given(key)
                .filter(text -> isOne && text.matches("[0-9]{1,9}"))
                .ifPresent(text -> problems.warn(key + " is " + text + " milliseconds, since it has no unit; write "
                        + text + unit + " if " + units + " are meant, " + text + "ms if not: " + settings.place(key)));
    }
}
