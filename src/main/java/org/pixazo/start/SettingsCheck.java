package org.pixazo.start;

import java.util.List;
import java.util.function.Function;
import org.pixazo.settings.entity.InvalidSettingsException;
import org.pixazo.settings.entity.Settings;

/**
 * Checks the settings before the server boots, so that a wrong one costs a moment and not a whole start. The classes of
 * {@code org.pixazo.settings.entity} lie beside the launcher for this; the application checks again, because other servers
 * start it without this launcher.
 */
final class SettingsCheck {

    private SettingsCheck() {}

    /**
     * One line that names every setting that is wrong, the value's fault and what is allowed; empty where all is well.
     *
     * @param source gives the value of a variable, or null when it is not set
     */
    static List<String> faults(Function<String, String> source) {
        try {
            Settings.read(source);
            return List.of();
        } catch (InvalidSettingsException e) {
            return List.of(e.getMessage());
        }
    }
}
