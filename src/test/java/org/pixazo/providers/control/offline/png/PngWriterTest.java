package org.pixazo.providers.control.offline.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngWriterTest {

    @Test
    void writesPixelsThatOtherReadersRead() throws IOException {
        byte[] rgb = new byte[3 * 37 * 21];
        new Random(1).nextBytes(rgb);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.write(rgb, 37, 21, Map.of())));

        for (int i = 0; i < 37 * 21; i++) {
            int expected = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
            assertThat(read.getRGB(i % 37, i / 37) & 0xFFFFFF).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 257, 258, 259, 260, 261, 65536, 65537, 200_000})
    void compressesToWhatZlibUnpacks(int length) throws DataFormatException {
        byte[] runs = new byte[length];
        byte[] noise = new byte[length];
        Random random = new Random(length);
        random.nextBytes(noise);
        for (int i = 0; i < length; i++) {
            runs[i] = (byte) (i / 700 % 5 == 0 ? random.nextGaussian() * 9 : i / 300);
        }

        assertThat(unpack(Deflate.zlib(runs), length)).isEqualTo(runs);
        assertThat(unpack(Deflate.zlib(noise), length)).isEqualTo(noise);
        assertThat(unpack(Deflate.zlib(new byte[length]), length)).isEqualTo(new byte[length]);
    }

    @Test
    void keepsCodesWithinTheirLimitForTheMostUnevenCounts() {
        int[] counts = new int[40];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < counts.length; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }

        Huffman code = new Huffman(counts, 15);

        double kraft = 0;
        for (int i = 0; i < counts.length; i++) {
            assertThat(code.length(i)).isBetween(1, 15);
            kraft += Math.pow(2, -code.length(i));
        }
        assertThat(kraft).isEqualTo(1);
    }

    @Test
    void returnsTextsAsTheyWereWritten() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Pixazo");
        texts.put("Latin", "Übergröße\nzweite Zeile");
        texts.put("parameters", "夕焼けの山 🏔");

        byte[] png = PngWriter.write(new byte[12], 2, 2, texts);

        assertThat(PngText.read(png)).isEqualTo(texts);
    }

    @Test
    void readsWhatIsLeftOfABrokenFile() {
        byte[] png = PngWriter.write(new byte[12], 2, 2, Map.of("Software", "Pixazo"));

        for (int length = 0; length < png.length; length++) {
            assertThat(PngText.read(Arrays.copyOf(png, length)).size()).isLessThanOrEqualTo(1);
        }
    }

    private static byte[] unpack(byte[] zlib, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(zlib);
        byte[] data = new byte[length + 1];
        int count = inflater.inflate(data);
        assertThat(inflater.finished()).isTrue();
        return Arrays.copyOf(data, count);
    }
}
