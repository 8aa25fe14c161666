package org.pixazo.providers.control.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.providers.control.offline.png.PngText;
import org.pixazo.providers.entity.ImageRequest;

class OfflineRendererTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a forest below mountains at sunset by a lake",
                "city skyline at night in rain",
                "stormy sea with lightning and a boat",
                "desert dunes at dawn",
                "ringed planet in a nebula",
                "spiral galaxy",
                "meadow of red poppies with a cabin",
                "tropical beach with palms and birds",
                "snowfall over pines in fog",
                "aurora over a fjord",
                "oak trees under a rainbow",
                "abstract teal and gold",
                "mountains, watercolor",
                "sea, oil painting",
                "hills, line art",
                "city, pixel art",
                "forest, black and white, vintage",
                "neon city",
                "a sentence about nothing that can be drawn"
            })
    void drawsTheSameBytesAgainAndSomethingToLookAt(String prompt) {
        byte[] first = Pictures.png(prompt, null, 96, 72, 42);

        assertThat(Pictures.png(prompt, null, 96, 72, 42)).isEqualTo(first);
        assertThat(Pictures.entropy(Pictures.decode(first))).isGreaterThan(3);
    }

    /** Fixed for ever on every machine; a change of the renderer's art changes them on purpose. */
    @ParameterizedTest
    @CsvSource({
        "'mountains by a lake at sunset', dd0ff1a3e0a465fc",
        "'neon city at night in rain', 801934be92b9cd68",
        "'watercolor meadow of poppies', c849ee685f7c5b2a",
        "'spiral galaxy in pixel art', b0c92f0a3e74e07b",
        "'something else', 6110be5fc2ffb795"
    })
    void drawsTheVeryBytesThatItDrewElsewhere(String prompt, String sha256) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Pictures.png(prompt, null, 96, 64, 7));

        assertThat(HexFormat.of().formatHex(hash, 0, 8)).isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mountains by a lake", "city at night", "sea at sunset", "nebula", "abstract", "pine forest"})
    void composesAnotherPictureForAnotherSeed(String prompt) {
        assertThat(Pictures.difference(Pictures.render(prompt, 1), Pictures.render(prompt, 2)))
                .isGreaterThan(6);
    }

    @ParameterizedTest
    @CsvSource({"64,64", "64,512", "512,64", "65,127", "200,100"})
    void keepsToTheSizeAskedFor(int width, int height) {
        BufferedImage picture = Pictures.decode(Pictures.png("mountains by a lake", null, width, height, 7));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void composesAlikeAtEverySize() {
        BufferedImage small = Pictures.decode(Pictures.png("sea at sunset", null, 96, 96, 3));
        BufferedImage large = Pictures.decode(Pictures.png("sea at sunset", null, 192, 192, 3));
        BufferedImage shrunk = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                shrunk.setRGB(x, y, large.getRGB(2 * x, 2 * y));
            }
        }

        assertThat(Pictures.difference(small, shrunk)).isLessThan(14);
    }

    @Test
    void changesThePictureForEachNewWordItKnows() {
        BufferedImage plain = Pictures.render("mountains by a lake", 5);

        assertThat(Pictures.difference(plain, Pictures.render("mountains by a lake at night", 5)))
                .isGreaterThan(20);
        assertThat(Pictures.difference(plain, Pictures.render("mountains by a lake, watercolor", 5)))
                .isGreaterThan(6);
        assertThat(Pictures.difference(plain, Pictures.render("mountains by a lake in fog", 5)))
                .isGreaterThan(6);
    }

    @Test
    void leavesOutWhatTheNegativePromptNames() {
        BufferedImage with = Pictures.decode(Pictures.png("mountains by a lake", null, 96, 72, 5));
        BufferedImage without = Pictures.decode(Pictures.png("mountains by a lake", "water, lake", 96, 72, 5));

        assertThat(Pictures.difference(with, without)).isGreaterThan(5);
    }

    @Test
    void givesColourWordsTheirSay() {
        BufferedImage red = Pictures.render("abstract in red", 9);
        BufferedImage blue = Pictures.render("abstract in blue", 9);

        assertThat(Pictures.mean(red, 16)).isGreaterThan(Pictures.mean(red, 0));
        assertThat(Pictures.mean(blue, 0)).isGreaterThan(Pictures.mean(blue, 16));
    }

    @Test
    void drawsBlackAndWhiteWithoutColour() {
        BufferedImage noir = Pictures.render("city at night, film noir", 4);

        assertThat(Pictures.mean(noir, 16)).isCloseTo(Pictures.mean(noir, 8), Offset.offset(2.0));
    }

    @Test
    void writesIntoTheFileHowItWasMade() {
        byte[] png = Pictures.png("sea at dawn", "clouds", 64, 96, 42);

        assertThat(PngText.read(png))
                .containsEntry("Software", "Pixazo offline renderer")
                .containsEntry(
                        "parameters",
                        "sea at dawn\nNegative prompt: clouds\nSteps: 0, Seed: 42, Size: 64x96, Model: offline");
    }

    @Test
    void stopsSoonWhenThePictureIsNotWantedAnyMore() {
        AtomicInteger asked = new AtomicInteger();
        ImageRequest request = new ImageRequest("offline", "mountains", null, 512, 512, null, null, 1, null);

        assertThatThrownBy(() -> new OfflineRenderer().render(request, () -> asked.incrementAndGet() > 20))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(21);
    }
}
