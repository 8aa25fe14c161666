package org.pixazo.telegram.boundary;

import org.pixazo.telegram.control.Bot;
import org.pixazo.telegram.control.LinkCodes;

/** The address that opens the bot and sends a code to it. */
final class LinkAddress {

    private LinkAddress() {}

    /** @return null where the bot is not known */
    static String of(Bot bot, LinkCodes.NewCode code) {
        return bot.name()
                .map(name -> "https://t.me/" + name + "?start=link-" + code.code())
                .orElse(null);
    }
}
