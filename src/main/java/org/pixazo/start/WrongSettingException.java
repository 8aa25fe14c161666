package org.pixazo.start;

import java.util.Optional;

/** A setting stops the start; the message is the one line that the user reads. */
final class WrongSettingException extends RuntimeException {

    WrongSettingException(String message) {
        super(message);
    }

    WrongSettingException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the message of the exception of this kind among the given one and its causes. The application has a class
     * of its own for it, in a class loader that the launcher doesn't see; so the name decides, in any package of ours.
     */
    static Optional<String> messageIn(Throwable failure) {
        String ownName = WrongSettingException.class.getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Class<?> type = cause.getClass();
            if (type.getSimpleName().equals(ownName) && type.getName().startsWith("org.pixazo.")) {
                return Optional.ofNullable(cause.getMessage()).map(OneLine::of);
            }
        }
        return Optional.empty();
    }
}
