package org.pixazo.start;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks the settings before the server boots, so that a wrong one costs a moment and not a whole start.
 * The application checks its own settings again, because other servers start it without this launcher.
 */
final class SettingsCheck {

    private SettingsCheck() {}

    /**
     * Returns one line for every setting that is wrong: its variable, the value's fault and what is allowed.
     *
     * @param source gives the value of a variable, or null when it is not set
     */
    static List<String> faults(Function<String, String> source) {
        List<String> faults = new ArrayList<>();
        try {
            HttpPort.parse(source.apply(HttpPort.VARIABLE));
        } catch (WrongSettingException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }
}
