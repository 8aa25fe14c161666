package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.monitoring.control.Probe;
import org.pixazo.monitoring.entity.Check;

/** The bot's state in health reports. */
@ApplicationScoped
public class BotProbe implements Probe {

    @Inject
    Bot bot;

    @Override
    public Check check() {
        return Check.beside("telegram", bot.state().word(), bot.state().detail());
    }
}
