package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.Image;

/** Packs the original files of pictures, without holding more than one block of one of them in memory. */
@ApplicationScoped
public class ImageZip {

    @Inject
    ImageFiles files;

    /** @throws NotFoundException naming a picture whose file is missing; to be asked before anything is sent */
    public void check(List<Image> images) {
        images.stream().filter(image -> !Files.exists(path(image))).findFirst().ifPresent(image -> {
            throw new NotFoundException("The file of image " + image.id() + " is missing on the server.");
        });
    }

    /** Writes {@code pixazo-ID.png} and so on. */
    public void write(List<Image> images, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // Pictures are compressed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (Image image : images) {
            String format = image.file().mediaType().substring("image/".length());
            ZipEntry entry = new ZipEntry("pixazo-" + image.id() + "." + format);
            entry.setLastModifiedTime(FileTime.from(image.createdAt()));
            zip.putNextEntry(entry);
            Files.copy(path(image), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private Path path(Image image) {
        return files.path(image.file().sha256());
    }
}
