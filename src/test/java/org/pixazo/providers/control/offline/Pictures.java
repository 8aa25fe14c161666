package org.pixazo.providers.control.offline;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.pixazo.providers.entity.ImageRequest;

/** Renders and measures pictures for tests; decodes with the JDK's own reader, which knows nothing of our writer. */
final class Pictures {

    private Pictures() {}

    static byte[] png(String prompt, String negativePrompt, int width, int height, long seed) {
        ImageRequest request =
                new ImageRequest("offline", prompt, negativePrompt, width, height, null, null, seed, null);
        return new OfflineRenderer().render(request, () -> false);
    }

    static BufferedImage render(String prompt, long seed) {
        return decode(png(prompt, null, 144, 96, seed));
    }

    static BufferedImage decode(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mean difference of the channels, 0 to 255. */
    static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    /** Mean of one channel, 0 to 255. */
    static double mean(BufferedImage picture, int shift) {
        long sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                sum += picture.getRGB(x, y) >> shift & 255;
            }
        }
        return sum / (double) (picture.getWidth() * picture.getHeight());
    }

    /** Shannon entropy of the brightness, bits of at most 8. */
    static double entropy(BufferedImage picture) {
        int[] counts = new int[256];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                counts[((rgb >> 16 & 255) * 5 + (rgb >> 8 & 255) * 9 + (rgb & 255) * 2) / 16]++;
            }
        }
        double pixels = picture.getWidth() * (double) picture.getHeight();
        double entropy = 0;
        for (int count : counts) {
            entropy -= count == 0 ? 0 : count / pixels * Math.log(count / pixels) / Math.log(2);
        }
        return entropy;
    }
}
