package org.pixazo.settings.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pixazo.settings.entity.Settings;

/** Reads the settings from MicroProfile Config, which looks into the environment and the system properties. */
@ApplicationScoped
public class ConfiguredSettings {

    /** The settings, for injection. */
    @Produces
    @Singleton
    Settings settings() {
        return read();
    }

    /**
     * Reads and checks all settings, for code that runs outside of CDI.
     *
     * @throws org.pixazo.settings.entity.WrongSettingException naming every wrong value
     */
    public static Settings read() {
        // Servers open connections on threads whose context class loader is none of an application.
        Config config = ConfigProvider.getConfig(ConfiguredSettings.class.getClassLoader());
        return Settings.read(name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
