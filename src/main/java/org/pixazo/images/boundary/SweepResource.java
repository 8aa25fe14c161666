package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.images.control.FileSweep;
import org.pixazo.images.control.SweepRepository;
import org.pixazo.images.entity.ImageSweep;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.QueryValues;

/** The sweep through the files of pictures, for administrators. */
@Path("admin/image-files/sweep")
@ApplicationScoped
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class SweepResource {

    @Inject
    FileSweep sweep;

    @Inject
    SweepRepository sweeps;

    /**
     * What the last sweep found.
     *
     * @param files that belong to pictures
     * @param orphans files of no picture, which were removed
     * @param freedBytes what these had
     * @param missing files that a picture should have and that are not there
     */
    public record SweepResponse(
            boolean running,
            Instant startedAt,
            Instant finishedAt,
            long files,
            long orphans,
            long freedBytes,
            long missing) {

        static SweepResponse of(ImageSweep sweep) {
            return new SweepResponse(
                    sweep.running(Timestamps.now()),
                    sweep.startedAt(),
                    sweep.finishedAt(),
                    sweep.result().files(),
                    sweep.result().orphans(),
                    sweep.result().freedBytes(),
                    sweep.result().missing());
        }
    }

    /** The last sweep; one runs each night. */
    @GET
    public SweepResponse last() {
        return SweepResponse.of(sweeps.state());
    }

    /**
     * Sweeps now: removes files of no picture that are older than {@code grace_hours} (24, at least 1), and reports
     * pictures whose file is missing.
     */
    @POST
    public SweepResponse now(@QueryParam("grace_hours") String graceHours) {
        Integer hours = QueryValues.count("grace_hours", graceHours);
        Duration grace = hours == null ? FileSweep.GRACE : Duration.ofHours(Math.max(1, hours));
        return SweepResponse.of(sweep.sweep(Duration.ZERO, grace)
                .orElseThrow(() -> new ConflictException("The files are being swept already.")));
    }
}
