package org.simrelay.service;

import java.util.List;
import java.util.Set;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.cluster.Beside;
import org.simrelay.config.Installation;
import org.simrelay.lifecycle.StateRestorer;

/** Takes the accounts of a command that runs once, beside services or instead of them. */
final class CommandStart {

    private CommandStart() {}

    /**
     * Takes those that its polls ask with.
     *
     * @param polls none for all
     * @param takeOver whether a service that runs the accounts is to wait; else it is named, and nothing is begun
     * @throws org.simrelay.config.SettingsException where a service runs one of them, or Kafka does not let them be taken
     */
    static void take(Installation home, List<String> polls, Service service, boolean takeOver) {
        Registry beans = service.context().getRegistry();
        Set<String> accounts = service.bean("accounts", Accounts.class)
                .sources(polls.isEmpty() ? home.files().polls() : polls);
        Beside beside = new Beside(home, beans, accounts, service.clock());
        service.beside(beside);
        if (!takeOver) {
            beside.refuse();
        }
        // first nobody else may write, then what is read is all there is
        service.ledgers().fence(accounts);
        StateRestorer.give(home, beans, StateRestorer.read(beans), accounts::contains);
        if (takeOver) {
            beside.takeOver(service.ledgers());
        } else {
            beside.watch(service::giveWay);
        }
    }
}
