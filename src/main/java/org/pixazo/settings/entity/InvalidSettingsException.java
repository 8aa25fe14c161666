package org.pixazo.settings.entity;

import java.util.List;

/** One or more settings have wrong values; the start must stop. The message is one line that names each of them. */
public class InvalidSettingsException extends IllegalArgumentException {

    /** @param faults a phrase each, as {@link Setting#fault} gives them */
    public InvalidSettingsException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
