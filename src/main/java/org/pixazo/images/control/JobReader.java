package org.pixazo.images.control;

import java.util.List;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;

/** Hears how a job comes along. The calls come one after the other and may block. */
public interface JobReader {

    /**
     * @param imageIds of the pictures that are there
     * @param outlook of now
     */
    void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook);

    /** Nothing changed for a while; says so to whoever waits. */
    void onSilence();

    /** The server goes; the job goes on when it is back. */
    void onShutdown();

    /** Whether nobody listens any more. */
    boolean gone();
}
