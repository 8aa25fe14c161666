package org.pixazo.images.entity;

/**
 * What a sweep found.
 *
 * @param files that belong to pictures
 * @param orphans files of no picture, which are removed
 * @param freedBytes what these had
 * @param missing files that a picture should have and that are not there
 */
public record SweepResult(long files, long orphans, long freedBytes, long missing) {

    /** Nothing yet. */
    public static final SweepResult NONE = new SweepResult(0, 0, 0, 0);

    /** Both together. */
    public SweepResult plus(SweepResult other) {
        return new SweepResult(
                files + other.files, orphans + other.orphans, freedBytes + other.freedBytes, missing + other.missing);
    }
}
