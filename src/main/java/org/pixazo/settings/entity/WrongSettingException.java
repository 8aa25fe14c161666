package org.pixazo.settings.entity;

import java.util.List;

/** Wrong settings stop the start. The message is the one line that the user reads and names each of them. */
public class WrongSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param faults a phrase each, as {@link Setting#fault} gives them */
    public WrongSettingException(List<String> faults) {
        this(String.join("; ", faults), null);
    }

    /**
     * @param fault names the setting, the value's fault and what is allowed
     * @param cause may be null
     */
    public WrongSettingException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
