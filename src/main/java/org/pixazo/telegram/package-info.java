/**
 * Channel: the Telegram bot, a second screen of the same workspaces.
 *
 * <p>What Telegram sends becomes a row before it is acknowledged ({@link org.pixazo.telegram.control.UpdateStore}), and
 * what goes to Telegram is a row until Telegram has it ({@link org.pixazo.telegram.control.Outbox}). Between the two an
 * update is worked on, in the order of its chat, by {@link org.pixazo.telegram.control.UpdateWorker}; its end and all that
 * it sends are one transaction. A command is one class, {@link org.pixazo.telegram.control.Command}, and so is what a
 * button does, {@link org.pixazo.telegram.control.ButtonAction}. The library's types, which are not loaded where there is
 * no bot, are known to {@link org.pixazo.telegram.control.BotClient} and the translation beside it alone.
 */
package org.pixazo.telegram;
