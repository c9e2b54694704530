package org.simrelay.steps;

import java.util.List;
import org.simrelay.account.Account;

/** A bean of a vendor's route file that needs credentials of the vendor's accounts; asked when the service starts. */
public interface UsesCredentials {

    /** The vendor, as in the settings. */
    String getVendor();

    /** The fields of {@code <vendor>.<account>.<field>} that must be set. */
    List<String> credentials();

    /**
     * Looks at what is set.
     *
     * @throws org.simrelay.config.SettingsException that says what is wrong with it
     */
    default void check(Account account) {}
}
