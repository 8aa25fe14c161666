package org.pixazo.images.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.providers.control.offline.png.PngText;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.web.control.Json;
import tools.jackson.core.JacksonException;

/**
 * How a picture was made, inside its file. XMP has it exactly, and the prompt as the description, which viewers show. A PNG
 * file also has it as the texts {@code pixazo} (JSON) and {@code parameters} (AUTOMATIC1111's form), a JPEG file has that
 * form as EXIF's comment.
 */
public final class ImageMetadata {

    private static final String OURS = "pixazo";
    private static final String THEIRS = "parameters";
    private static final String XMP = "XML:com.adobe.xmp";

    private ImageMetadata() {}

    /**
     * The same file with its recipe.
     *
     * @param file PNG, JPEG or WebP; another one stays as it is
     */
    public static byte[] embed(byte[] file, ImageRecipe recipe) {
        String json = Json.write(recipe);
        String xmp = Xmp.packet(recipe.prompt(), json);
        if (PngText.isPng(file)) {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put(OURS, json);
            if (!PngText.read(file).containsKey(THEIRS)) {
                texts.put(THEIRS, InfoText.of(recipe));
            }
            texts.put(XMP, xmp);
            return PngText.with(file, texts);
        }
        if (JpegMetadata.isJpeg(file)) {
            return JpegMetadata.with(file, xmp, InfoText.of(recipe));
        }
        return WebpMetadata.isWebp(file)
                ? PictureSize.of(new ImageFile(file, "image/webp"))
                        .map(size -> WebpMetadata.with(file, xmp, size.width(), size.height()))
                        .orElse(file)
                : file;
    }

    /** What a file tells of its making. */
    public static ImageRecipe read(byte[] file) {
        if (PngText.isPng(file)) {
            Map<String, String> texts = PngText.read(file);
            return recipe(Optional.ofNullable(texts.get(OURS)), Optional.ofNullable(texts.get(THEIRS)));
        }
        if (JpegMetadata.isJpeg(file)) {
            return recipe(JpegMetadata.xmp(file).flatMap(Xmp::recipe), JpegMetadata.comment(file));
        }
        return WebpMetadata.isWebp(file)
                ? recipe(WebpMetadata.xmp(file).flatMap(Xmp::recipe), Optional.empty())
                : ImageRecipe.NONE;
    }

    private static ImageRecipe recipe(Optional<String> ours, Optional<String> theirs) {
        return ours.flatMap(ImageMetadata::known)
                .or(() -> theirs.filter(text -> !text.isBlank()).map(InfoText::parse))
                .orElse(ImageRecipe.NONE);
    }

    private static Optional<ImageRecipe> known(String json) {
        try {
            return Optional.of(Json.mapper().readValue(json, ImageRecipe.class));
        } catch (JacksonException notOurs) {
            // Another program may use the same word; its other texts may still tell.
            return Optional.empty();
        }
    }
}
