package org.pixazo.images.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.providers.control.offline.png.PngText;

/** What goes into a file and comes out of it again. */
class ImageMetadataTest {

    private static final ImageRecipe RECIPE = new ImageRecipe(
            "a fox, \"sly\" & <small> \u2013 \u72d0\nin snow",
            "blurry, text",
            "sdxl",
            "watercolor",
            1024,
            768,
            20,
            5.5,
            4_294_967_295L,
            "pixazo");

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "webp"})
    void every_parameter_comes_back_from_our_own_file(String format) throws IOException {
        byte[] file = ImageMetadata.embed(picture(format), RECIPE);
        assertThat(ImageMetadata.read(file)).isEqualTo(RECIPE);
        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(8);
    }

    @Test
    void other_programs_find_the_parameters_that_they_know() throws IOException {
        String parameters = PngText.read(ImageMetadata.embed(png(), RECIPE)).get("parameters");
        ImageRecipe known = InfoText.parse(parameters);
        assertThat(known.prompt()).isEqualTo(RECIPE.prompt());
        assertThat(known.negativePrompt()).isEqualTo("blurry, text");
        assertThat(known.seed()).isEqualTo(4_294_967_295L);
        assertThat(PngText.read(ImageMetadata.embed(png(), RECIPE)).get("XML:com.adobe.xmp"))
                .contains("&lt;small&gt;");
    }

    @Test
    void the_comment_of_a_jpeg_is_what_other_programs_read() throws IOException {
        byte[] file = ImageMetadata.embed(picture("jpeg"), RECIPE);

        assertThat(JpegMetadata.comment(file)).contains(InfoText.of(RECIPE));
        assertThat(ImageMetadata.read(JpegMetadata.with(picture("jpeg"), "<x/>", InfoText.of(RECIPE)))
                        .source())
                .isEqualTo("automatic1111");
    }

    @Test
    void parameters_of_automatic1111_are_read() throws IOException {
        byte[] file = PngText.with(
                png(),
                Map.of(
                        "parameters",
                        "a cat, (sharp:1.2)\nsecond line\nNegative prompt: ugly, bad hands\nSteps: 28, Sampler: Euler a,"
                                + " CFG scale: 7.5, Seed: 12345, Size: 512x768, Model hash: abc, Model: dream_8,"
                                + " Lora hashes: \"a: 1, b: 2\", Version: v1.9"));
        assertThat(ImageMetadata.read(file))
                .isEqualTo(new ImageRecipe(
                        "a cat, (sharp:1.2)\nsecond line",
                        "ugly, bad hands",
                        "dream_8",
                        null,
                        512,
                        768,
                        28,
                        7.5,
                        12345L,
                        "automatic1111"));
    }

    @Test
    void a_file_that_tells_nothing_or_is_cut_off_is_no_fault() throws IOException {
        assertThat(ImageMetadata.read(png())).isEqualTo(ImageRecipe.NONE);
        assertThat(ImageMetadata.read(new byte[] {1, 2, 3})).isEqualTo(ImageRecipe.NONE);
        for (String format : new String[] {"png", "jpeg", "webp"}) {
            byte[] whole = ImageMetadata.embed(picture(format), RECIPE);
            for (int length = 0; length < whole.length; length++) {
                assertThat(ImageMetadata.read(java.util.Arrays.copyOf(whole, length)))
                        .isNotNull();
            }
        }
    }

    private static byte[] png() throws IOException {
        return picture("png");
    }

    private static byte[] picture(String format) throws IOException {
        ImageIO.scanForPlugins();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
