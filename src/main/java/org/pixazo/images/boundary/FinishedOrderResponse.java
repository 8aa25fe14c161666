package org.pixazo.images.boundary;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * An order that is done.
 *
 * @param job the first of its jobs
 * @param images of all its jobs
 * @param jobs all of them
 */
record FinishedOrderResponse(@NotNull JobResponse job, List<ImageResponse> images, List<JobResponse> jobs) {}
