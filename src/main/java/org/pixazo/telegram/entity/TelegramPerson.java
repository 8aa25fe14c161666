package org.pixazo.telegram.entity;

import org.pixazo.accounts.entity.User;

/**
 * A person on Telegram as administrators see one.
 *
 * @param contact who it is; null for a person who has not come yet
 * @param account that is behind; null likewise
 * @param access what was said of the person, with the role of the account where there is one
 * @param version of what was said; 0 where nothing was
 */
public record TelegramPerson(long telegramId, TelegramUser contact, User account, AccessFields access, long version) {}
