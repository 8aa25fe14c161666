package org.pixazo.providers.control.offline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.providers.control.offline.paint.Rgb;

class SceneReaderTest {

    private static final Rgb RED = Rgb.of(0xD0302B);
    private static final Rgb TEAL = Rgb.of(0x1F9C94);

    @ParameterizedTest
    @CsvSource({
        "a quiet ocean, SEA",
        "waves, SEA",
        "rivers, LAKE",
        "Mountainous land, MOUNTAINS",
        "snow-capped peaks, MOUNTAINS",
        "rolling hills, HILLS",
        "pine trees, FOREST",
        "woodlands, FOREST",
        "old oaks, TREES",
        "coconut palms, PALMS",
        "skyscrapers, CITY",
        "cityscape, CITY",
        "outer space, SPACE",
        "nebulae and cosmos, SPACE",
        "saturn, PLANET",
        "galaxies, GALAXY",
        "wildflowers, FLOWERS",
        "poppies, FLOWERS",
        "grassy field, MEADOW",
        "sand dunes, DESERT",
        "wintry land, SNOW",
        "a blizzard, SNOWFALL",
        "raining on hills, RAIN",
        "misty hills, FOG",
        "thunderstorm, STORM",
        "cloudy, CLOUDS",
        "northern lights, AURORA",
        "rainbows, RAINBOW",
        "seagulls, BIRDS",
        "sailboats, BOAT",
        "a log cabin, HOUSE",
        "sandy beach, BEACH",
        "geometric shapes, ABSTRACT",
        "zxcv qwer, ABSTRACT"
    })
    void findsTheElementBehindItsWords(String prompt, Element element) {
        assertThat(read(prompt).elements()).contains(element);
    }

    @ParameterizedTest
    @CsvSource({
        "sea at sunrise, DAWN",
        "sea at noon, DAY",
        "sea at dusk, SUNSET",
        "sea at golden hour, SUNSET",
        "sea at midnight, NIGHT",
        "sunset with first stars over the sea, SUNSET",
        "bright city at night, NIGHT",
        "sea, DAY"
    })
    void findsTheHour(String prompt, Hour hour) {
        assertThat(read(prompt).hour()).isEqualTo(hour);
    }

    @ParameterizedTest
    @CsvSource({
        "watercolour of hills, WATERCOLOR",
        "hills in pixel art, PIXEL_ART",
        "line drawing of hills, LINE_ART",
        "black and white hills, NOIR",
        "cyberpunk city, NEON",
        "oil painting of hills, OIL",
        "vintage hills, VINTAGE",
        "pastel hills, PASTEL"
    })
    void findsTheStyle(String prompt, Style style) {
        assertThat(read(prompt).styles()).contains(style);
    }

    @Test
    void readsACombinationWhole() {
        Scene scene = read("a forest below mountains at sunset by a lake");

        assertThat(scene.elements()).contains(Element.FOREST, Element.MOUNTAINS, Element.LAKE, Element.SUN);
        assertThat(scene.hour()).isEqualTo(Hour.SUNSET);
    }

    @Test
    void givesAColourToTheElementThatItStandsBefore() {
        Scene scene = read("red flowers by the sea");

        assertThat(scene.coloursOf(Element.FLOWERS)).containsExactly(RED);
        assertThat(scene.tints()).isEmpty();
    }

    @Test
    void givesAColourThatStandsAloneToTheWholePicture() {
        assertThat(read("mountains at dawn, in teal").tints()).containsExactly(TEAL);
    }

    @Test
    void removesWhatTheNegativePromptNames() {
        Scene scene = SceneReader.read("mountains and a lake at sunset with clouds", "lake, clouds, sun");

        assertThat(scene.elements())
                .contains(Element.MOUNTAINS)
                .doesNotContain(Element.LAKE, Element.CLOUDS, Element.SUN);
    }

    @Test
    void removesWhatThePromptItselfRefuses() {
        Scene scene = read("city at night without any stars, no rain");

        assertThat(scene.elements()).contains(Element.CITY).doesNotContain(Element.STARS, Element.RAIN);
    }

    @Test
    void findsSomethingToStandOnForASkyAlone() {
        assertThat(read("sunset").elements()).contains(Element.HILLS);
    }

    @Test
    void takesTheSameTextForTheSameScene() {
        assertThat(read("A  Lake at DAWN")).isEqualTo(read("a lake at dawn "));
    }

    private static Scene read(String prompt) {
        return SceneReader.read(prompt, null);
    }
}
