package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** A picture with all that made it. The file lies in the data folder under the hash of its bytes. */
@Entity
@Table(name = "images")
public class Image {

    /** What stands for the model of a picture that no model made. */
    public static final String UPLOAD = "upload";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Embedded
    private Place place;

    @Embedded
    private ImageSpec spec;

    @Embedded
    private Provenance provenance;

    @Column(name = "batch_id")
    private Long batchId;

    private boolean uploaded;

    @Column(name = "job_id")
    private Long jobId;

    @Column(name = "job_index")
    private Integer jobIndex;

    @Column(name = "media_type")
    private String mediaType;

    private long bytes;
    private String sha256;

    @Column(name = "made_in_ms")
    private Long madeInMs;

    private boolean favourite;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected Image() {}

    public Image(ImageJob job, int index, ImageSpec spec, StoredFile file, Duration madeIn, Instant now) {
        this.place = job.place();
        this.spec = spec;
        this.provenance = job.provenance();
        this.batchId = job.batchId();
        this.jobId = job.id();
        this.jobIndex = index;
        this.mediaType = file.mediaType();
        this.bytes = file.bytes();
        this.sha256 = file.sha256();
        this.madeInMs = madeIn.toMillis();
        this.createdAt = now;
    }

    /** A picture that a user brought in, to be worked on. */
    public static Image upload(long userId, int width, int height, StoredFile file, Instant now) {
        Image image = new Image();
        image.place = new Place(userId, null, null);
        image.spec = new ImageSpec("", null, UPLOAD, null, width, height, null, null, 0);
        image.uploaded = true;
        image.mediaType = file.mediaType();
        image.bytes = file.bytes();
        image.sha256 = file.sha256();
        image.createdAt = now;
        return image;
    }

    /** The same picture in another place: another row for the same file. */
    public static Image again(Image original, Place place) {
        Image image = new Image();
        image.place = place;
        image.spec = original.spec.unit(0);
        image.provenance = original.provenance;
        image.uploaded = original.uploaded;
        image.mediaType = original.mediaType;
        image.bytes = original.bytes;
        image.sha256 = original.sha256;
        image.createdAt = original.createdAt;
        return image;
    }

    public long id() {
        return id;
    }

    public Place place() {
        return place;
    }

    public ImageSpec spec() {
        return spec;
    }

    /** Where it comes from. */
    public Provenance provenance() {
        return provenance == null ? Provenance.NONE : provenance;
    }

    /** Id of the first job of its order; null for an order of one job. */
    public Long batchId() {
        return batchId;
    }

    /** Whether a user brought it in; others were made by jobs. */
    public boolean uploaded() {
        return uploaded;
    }

    /** Id of the job that made it; null where that was cleared away. */
    public Long jobId() {
        return jobId;
    }

    public StoredFile file() {
        return new StoredFile(sha256, mediaType, bytes);
    }

    /** Path of the file, as clients see it. */
    public String imageUrl() {
        return "/api/images/" + id + "/file";
    }

    /** Path of the thumbnail, as clients see it. */
    public String thumbnailUrl() {
        return "/api/images/" + id + "/thumbnail";
    }

    /** What a person says about it. */
    public ImageFields fields() {
        return new ImageFields(favourite);
    }

    public void change(ImageFields fields) {
        favourite = fields.favourite();
    }

    /** Whether it waits for its end, and can still be brought back. */
    public boolean deleted() {
        return deletedAt != null;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
