package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.configurations.Antialiasing;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.images.entity.StoredFile;

/** Files made from pictures: thumbnails and other formats. Each is made once, when it is first asked for. */
@ApplicationScoped
public class Renditions {

    /** Names of all kinds of files that are made, which are also the names of their folders. */
    static final List<String> KINDS = List.of("thumbnails", "converted-png", "converted-jpeg", "converted-webp");

    /** Media type of thumbnails. */
    public static final String THUMBNAIL_TYPE = "image/jpeg";

    private static final int THUMBNAIL_SIDE = 512;
    private static final double THUMBNAIL_QUALITY = 0.82;

    static {
        // Plug-ins inside a WAR are not seen until ImageIO looks again from here.
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    @Inject
    ImageFiles files;

    /** A JPEG of at most 512 pixels a side; smaller pictures are not enlarged. */
    public Path thumbnail(StoredFile original) {
        Path path = files.derived("thumbnails", original.sha256());
        if (!Files.exists(path)) {
            ImageFiles.write(path, shrink(read(original)));
        }
        return path;
    }

    /**
     * The picture in a format.
     *
     * @param format {@code png}, {@code jpeg} or {@code webp}
     */
    public Path converted(StoredFile original, String format) {
        if (original.mediaType().equals("image/" + format)) {
            return files.path(original.sha256());
        }
        Path path = files.derived("converted-" + format, original.sha256());
        if (!Files.exists(path)) {
            ImageFiles.write(path, encode(read(original), format));
        }
        return path;
    }

    /**
     * The picture in a format with how it was made; the stored file stays as it came.
     *
     * @param format {@code png}, {@code jpeg} or {@code webp}
     */
    public byte[] withRecipe(StoredFile original, String format, ImageRecipe recipe) {
        try {
            return ImageMetadata.embed(Files.readAllBytes(converted(original, format)), recipe);
        } catch (IOException e) {
            throw new UncheckedIOException("Picture " + original.sha256() + " cannot be read", e);
        }
    }

    private BufferedImage read(StoredFile original) {
        try {
            BufferedImage picture = ImageIO.read(files.path(original.sha256()).toFile());
            if (picture == null) {
                throw new IllegalStateException("No reader for " + original.mediaType());
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException("Picture " + original.sha256() + " cannot be read", e);
        }
    }

    private static byte[] shrink(BufferedImage picture) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(opaque(picture))
                    .scale(Math.min(1.0, (double) THUMBNAIL_SIDE / side))
                    .antialiasing(Antialiasing.ON)
                    .outputFormat("jpg")
                    .outputQuality(THUMBNAIL_QUALITY)
                    .toOutputStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The thumbnail cannot be made", e);
        }
    }

    private static byte[] encode(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BufferedImage source = format.equals("jpeg") ? opaque(picture) : picture;
            if (!ImageIO.write(source, format, out)) {
                throw new IllegalStateException("No writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The picture cannot be converted to " + format, e);
        }
    }

    /** JPEG has no transparency: what is transparent becomes white. */
    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        graphics.dispose();
        return flat;
    }
}
