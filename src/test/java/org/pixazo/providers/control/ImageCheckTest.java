package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.testing.SamplePictures;

class ImageCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void acceptsWholePicturesAndReadsTheirSize(String format) {
        byte[] picture = SamplePictures.picture(format, 40, 30, 5);

        assertThat(ImageCheck.accept(picture).mediaType()).isEqualTo("image/" + format);
        assertThat(ImageHeader.size(picture, "image/" + format)).contains(new ImageHeader.Size(40, 30));
    }

    @Test
    void acceptsWebp() {
        assertThat(ImageCheck.accept(SamplePictures.WEBP).mediaType()).isEqualTo("image/webp");
    }

    @ParameterizedTest
    @CsvSource({
        "VP8X, 0000000000000000 FF1F00 FF0F00, 8192, 4096",
        "VP8L, 00000000 2F FF5F FF01 000000, 8192, 2046",
        "'VP8 ', 00000000 000000 9D012A 0080 0090, 0, 4096",
    })
    void readsTheSizeOfEveryKindOfWebp(String kind, String content, int width, int height) {
        byte[] tail = java.util.HexFormat.of().parseHex(content.replace(" ", ""));
        byte[] file = Arrays.copyOf(("RIFF????WEBP" + kind).getBytes(StandardCharsets.ISO_8859_1), 32);
        System.arraycopy(tail, 0, file, 16, tail.length);

        Optional<ImageHeader.Size> expected =
                width == 0 ? Optional.empty() : Optional.of(new ImageHeader.Size(width, height));
        assertThat(ImageHeader.size(file, "image/webp")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void refusesEveryTruncation(String format) {
        byte[] picture = SamplePictures.picture(format, 40, 30, 5);
        for (int length = 0; length < picture.length - 1; length++) {
            byte[] part = Arrays.copyOf(picture, length);
            assertThatThrownBy(() -> ImageCheck.accept(part))
                    .as("%d of %d bytes", length, picture.length)
                    .isInstanceOf(UpstreamFailedException.class);
        }
    }

    @Test
    void refusesTruncatedWebp() {
        byte[] part = Arrays.copyOf(SamplePictures.WEBP, SamplePictures.WEBP.length - 4);

        assertThatThrownBy(() -> ImageCheck.accept(part)).hasMessageContaining("cut off");
    }

    @Test
    void refusesAHundredMegapixels() {
        assertThatThrownBy(() -> ImageCheck.accept(SamplePictures.pngHeader(10_000, 10_000)))
                .isInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining("10000 by 10000");
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><p>no', an HTML page",
        "'<?xml version=\"1.0\"?><Error/>', an XML document",
        "'{\"error\":1}', a JSON document",
        "'', nothing",
        "'hello', 5 bytes of an unknown kind",
    })
    void namesWhatCameInstead(String content, String name) {
        assertThatThrownBy(() -> ImageCheck.accept(content.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(name);
    }
}
