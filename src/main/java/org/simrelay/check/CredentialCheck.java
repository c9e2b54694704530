package org.simrelay.check;

import java.util.HashSet;
import java.util.Set;
import org.simrelay.account.Accounts;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.SecretNames;
import org.simrelay.steps.Call;
import org.simrelay.steps.UsesCredentials;

/** Looks whether the credentials of each account are set, and can be what its vendor gave. */
final class CredentialCheck {

    private final Settings settings;
    private final Accounts accounts;
    private final Problems problems;

    CredentialCheck(Settings settings, Accounts accounts, Problems problems) {
        this.settings = settings;
        this.accounts = accounts;
        this.problems = problems;
    }

    /** Those that a call names as it is written, before there is a bean of it. */
    void look(BeanText bean) {
        String vendor = bean.value("vendor");
        String fields = bean.value("credentials");
        if (bean.is(Call.class) && vendor != null && fields != null) {
            Call call = new Call();
            try {
                call.setVendor(vendor);
                call.setCredentials(fields);
            } catch (IllegalArgumentException e) {
                // said where the beans are looked at
                return;
            }
            look(call);
        }
    }

    /** Those of a bean, for each account of its vendor. */
    void look(UsesCredentials user) {
        problems.attempt(() -> accounts.names(user.getVendor()).forEach(name -> look(user, name)));
    }

    private void look(UsesCredentials user, String account) {
        Set<String> stoodIn = new HashSet<>();
        boolean complete = true;
        for (String field : user.credentials()) {
            String key = user.getVendor() + "." + account + "." + field;
            complete &= problems.attempt(() -> settings.require(key));
            problems.attempt(() -> settings.find(key).ifPresent(value -> {
                if (value.equals(CredentialStandIns.VALUE)) {
                    stoodIn.add(key);
                } else if (SecretValues.isExample(value) && !SecretNames.isSecret(key)) {
                    problems.add(key + " still is the example's placeholder; set what the vendor gave, at "
                            + settings.place(key));
                }
            }));
        }
        if (complete) {
            pattern(user, account, stoodIn);
        }
    }

    private void pattern(UsesCredentials user, String account, Set<String> stoodIn) {
        try {
            user.check(accounts.of(user.getVendor(), account));
        } catch (SettingsException e) {
            for (String problem : e.problems()) {
                String key = problem.replaceFirst(" .*", "");
                if (!stoodIn.contains(key)) {
                    problems.add(problem.contains("; ") ? problem : problem + "; mend " + settings.place(key));
                }
            }
        }
    }
}
