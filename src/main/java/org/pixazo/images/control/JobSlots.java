package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixazo.models.control.ImageModels;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.settings.entity.Settings;

/** How many jobs of each provider this server works on at once. */
@ApplicationScoped
public class JobSlots {

    private static final int UNNAMED = 4;

    @Inject
    Settings settings;

    @Inject
    ImageModels models;

    /** Providers by the jobs that hold one of their slots. */
    private final Map<Long, String> held = new ConcurrentHashMap<>();

    /** How many jobs of a model's provider may run at once. */
    int of(String model) {
        return most(provider(model));
    }

    /** Takes a slot for a job; false where its provider has none, or where the job holds one already. */
    synchronized boolean take(long jobId, String model) {
        return !full(model) && held.putIfAbsent(jobId, provider(model)) == null;
    }

    /** Whether nothing more of a model's provider can begin here. */
    boolean full(String model) {
        String provider = provider(model);
        return held.values().stream().filter(provider::equals).count() >= most(provider);
    }

    /** Whether two models share their slots. */
    boolean shared(String model, String other) {
        return provider(model).equals(provider(other));
    }

    void give(long jobId) {
        held.remove(jobId);
    }

    private int most(String provider) {
        return settings.imageJobsAtOnce().getOrDefault(provider, UNNAMED);
    }

    private String provider(String model) {
        return models.find(model).map(ImageModel::provider).orElse(model);
    }
}
