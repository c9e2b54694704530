package org.simrelay.steps;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.Account;
import org.simrelay.account.Digests;
import org.simrelay.account.TransactionIds;
import org.simrelay.config.SettingsException;
import org.simrelay.sweep.Request;

/**
 * Signs a try of a request (CMIOT, "公共参数"): transid = appid + time + 8 digits, token = digest of appid + password +
 * transid. Leaves {@code appid}, {@code transid} and {@code token} in the exchange's properties, where no header sees them.
 */
public final class Signature implements Processor, UsesCredentials {

    private String digest = "SHA-256";
    private int longest = 48;
    private String vendor = "";

    /**
     * Signs afresh; never the same transid twice.
     *
     * @throws InterruptedException when it is interrupted while it waits for the next second
     */
    @Override
    public void process(Exchange exchange) throws InterruptedException {
        Account account = OpenRequest.sweep(exchange).account();
        String appid = account.credentials().value("appid");
        String transid = appid + account.credentials().transactionIds().next();
        exchange.setProperty("appid", appid);
        exchange.setProperty("transid", transid);
        String token = Digests.hex(digest, appid + account.credentials().secret("password") + transid);
        exchange.setProperty("token", token);
        Request request = OpenRequest.request(exchange);
        if (request != null) {
            request.attempts().using(token);
        }
    }

    @Override
    public List<String> credentials() {
        return List.of("appid", "password", "instance");
    }

    /** Whether a transid fits its length, and can be made at all. */
    @Override
    public void check(Account account) {
        int room = longest - TransactionIds.LENGTH;
        String appid = account.credentials().value("appid");
        if (!appid.matches("[0-9A-Za-z]{1," + room + "}")) {
            throw new SettingsException(vendor + "." + account.name() + ".appid must be 1 to " + room
                    + " letters and digits, so that a transid has " + longest + " characters at most; mend it");
        }
        account.credentials().transactionIds();
    }

    @Override
    public String getVendor() {
        return vendor;
    }

    /** The vendor whose accounts sign with this. */
    public void setVendor(String vendor) {
        this.vendor = vendor;
    }

    /** The digest's name in the JDK. */
    public void setDigest(String digest) {
        Digests.hex(digest, "");
        this.digest = digest;
    }

    /** The most characters of a transid. */
    public void setLongest(int longest) {
        this.longest = longest;
    }
}
