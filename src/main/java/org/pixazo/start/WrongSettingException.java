package org.pixazo.start;

/** A setting stops the start; the message is the one line that the user reads. */
final class WrongSettingException extends RuntimeException {

    WrongSettingException(String message) {
        super(message);
    }

    WrongSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
