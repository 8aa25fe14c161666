package org.pixazo.providers.control.offline.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.providers.control.offline.paint.Rgb;

/** English words and what each of them means to the renderer: an element, an hour, a season, a mood, a style, a colour. */
final class Vocabulary {

    private static final Map<String, List<Object>> MEANINGS = new HashMap<>();

    static {
        elements();
        light();
        manners();
        colours();
    }

    private Vocabulary() {}

    /**
     * @param word in lower case
     * @return an {@link Element}, {@link Hour}, {@link Season}, {@link Mood}, {@link Style} or {@link Rgb} each; none
     *     for a word without meaning here
     */
    static List<Object> meanings(String word) {
        for (String form : Stems.of(word)) {
            List<Object> found = MEANINGS.get(form);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    private static void mean(Object meaning, String words) {
        for (String word : words.split(" ")) {
            MEANINGS.computeIfAbsent(word, w -> new ArrayList<>()).add(meaning);
        }
    }

    private static void elements() {
        mean(Element.SKY, "sky heaven horizon air");
        mean(Element.SUN, "sun sunlight sunshine sunny sunbeam sunray");
        mean(Element.MOON, "moon moonlight moonlit lunar crescent moonrise");
        mean(Element.STARS, "star starry starlight stargazing constellation starlit");
        mean(Element.CLOUDS, "cloud cloudy overcast cumulus cirrus cloudscape");
        mean(Element.AURORA, "aurora borealis northern-light polar-light");
        mean(Element.RAINBOW, "rainbow");
        mean(Element.STORM, "storm stormy thunder thunderstorm lightning tempest hurricane tornado thundercloud");
        mean(Element.RAIN, "rain rainy rainfall downpour drizzle shower monsoon wet raindrop rainstorm");
        mean(Element.SNOWFALL, "snowfall blizzard snowflake snowstorm snowing");
        mean(Element.FOG, "fog foggy mist misty haze hazy smoke smog");
        mean(
                Element.SEA,
                "sea ocean seascape wave coast coastal shore seaside atlantic pacific marine surf bay harbor harbour"
                        + " lighthouse");
        mean(
                Element.LAKE,
                "lake river pond stream water lagoon reservoir reflection fjord waterfall creek canal loch waterside"
                        + " lakeside riverside marsh swamp");
        mean(Element.BEACH, "beach sand sandy tropical island coastline");
        mean(
                Element.MOUNTAINS,
                "mountain mountainous peak alp alpine summit cliff ridge canyon rocky himalaya volcano fjord glacier"
                        + " crag matterhorn everest");
        mean(Element.HILLS, "hill hilly valley countryside highland moor downs landscape scenery nature rural land");
        mean(
                Element.FOREST,
                "forest wood woodland pine fir spruce conifer jungle taiga rainforest woods grove evergreen"
                        + " wilderness cedar redwood");
        mean(
                Element.TREES,
                "tree oak birch maple willow cherry orchard sakura blossom park garden elm beech apple sycamore");
        mean(Element.PALMS, "palm tropical coconut oasis");
        mean(
                Element.CITY,
                "city skyline skyscraper town urban building downtown metropolis street cityscape tower manhattan"
                        + " tokyo york cyberpunk megacity chicago london paris skyscrapers architecture");
        mean(
                Element.SPACE,
                "space cosmos universe cosmic outer-space nebula interstellar astronaut spaceship asteroid");
        mean(Element.PLANET, "planet saturn jupiter mars exoplanet ringed venus neptune uranus globe astronaut");
        mean(Element.GALAXY, "galaxy galactic andromeda spiral-galaxy");
        mean(
                Element.FLOWERS,
                "flower floral rose tulip poppy daisy lavender sunflower wildflower bloom bouquet lily blossoming"
                        + " flowering");
        mean(
                Element.MEADOW,
                "meadow field grass grassy grassland prairie pasture plain farm lawn steppe savanna wheat");
        mean(Element.DESERT, "desert dune sahara arid gobi camel");
        mean(Element.SNOW, "snow snowy winter wintry ice icy frozen arctic frost frosty polar antarctica snowcapped");
        mean(Element.BIRDS, "bird gull seagull flock eagle swallow crow goose geese crane");
        mean(Element.BOAT, "boat sailboat ship sail sailing yacht sailor fishing canoe regatta");
        mean(Element.HOUSE, "house cabin cottage hut home barn farmhouse lodge chalet village");
        mean(
                Element.ABSTRACT,
                "abstract pattern geometric geometry fractal texture wallpaper gradient swirl generative background"
                        + " psychedelic kaleidoscope");
    }

    private static void light() {
        mean(Hour.DAWN, "dawn sunrise morning daybreak early-light");
        mean(Hour.DAY, "day daytime noon midday afternoon daylight sunny bright");
        mean(Hour.SUNSET, "sunset dusk evening twilight golden-hour sundown afterglow");
        mean(
                Hour.NIGHT,
                "night midnight nighttime nocturnal moonlight moonlit starry starlit aurora borealis moon star"
                        + " constellation northern-light polar-light");
        mean(Season.SPRING, "spring springtime cherry sakura blossom");
        mean(Season.SUMMER, "summer summertime");
        mean(Season.AUTUMN, "autumn autumnal fall foliage october november");
        mean(Season.WINTER, "winter wintry snow snowy frozen christmas december january blizzard snowfall");
        mean(Mood.CALM, "calm peaceful serene tranquil quiet still gentle zen relaxing silent");
        mean(Mood.DARK, "dark gloomy ominous eerie scary haunted sinister moody somber horror creepy melancholy sad");
        mean(Mood.DREAMY, "dreamy dream magical ethereal fantasy mystical fairy surreal enchanted whimsical magic");
        mean(Mood.DRAMATIC, "dramatic epic majestic cinematic powerful intense stunning grand breathtaking");
        mean(Mood.JOYFUL, "joyful happy cheerful vibrant lively colorful colourful vivid playful bright");
    }

    private static void manners() {
        mean(Style.WATERCOLOR, "watercolor watercolour aquarelle gouache");
        mean(Style.PIXEL_ART, "pixel pixelart pixelated 8-bit 16-bit 8bit 16bit retro-game");
        mean(Style.LINE_ART, "lineart line-art sketch ink drawing outline engraving etching pencil linocut");
        mean(Style.NOIR, "noir monochrome grayscale greyscale black-and-white");
        mean(Style.NEON, "neon cyberpunk synthwave vaporwave outrun retrowave");
        mean(Style.OIL, "oil impressionist impressionism painterly monet gogh impasto");
        mean(Style.VINTAGE, "vintage retro sepia nostalgic polaroid old-photo faded analog");
        mean(Style.PASTEL, "pastel soft");
    }

    private static void colours() {
        colour(0xD0302B, "red crimson scarlet ruby vermilion");
        colour(0xE8761E, "orange amber copper rust tangerine");
        colour(0xE9B63A, "gold golden honey");
        colour(0xF2D544, "yellow lemon");
        colour(0x4E9F3D, "green emerald lime olive mint jade");
        colour(0x1F9C94, "teal turquoise aqua aquamarine");
        colour(0x22B8CF, "cyan");
        colour(0x2C66C8, "blue azure cobalt sapphire");
        colour(0x1B2F6B, "navy indigo");
        colour(0x8448B8, "purple violet amethyst");
        colour(0xB79BE0, "lilac mauve");
        colour(0xEA7FA8, "pink coral salmon blush");
        colour(0xD1319B, "magenta fuchsia");
        colour(0x7A4B2B, "brown chocolate bronze");
        colour(0xF1EFEA, "white ivory cream pearl");
        colour(0x23252B, "black ebony onyx");
        colour(0x8A9099, "gray grey silver");
        // Flowers that bring their own colour.
        mean(Rgb.of(0xC9252B), "poppy");
        mean(Rgb.of(0x8B6CC9), "lavender");
        mean(Rgb.of(0xF5BE2E), "sunflower");
        mean(Rgb.of(0xF7B7CB), "sakura cherry");
        mean(Rgb.of(0xF6F2EA), "daisy");
    }

    private static void colour(int code, String words) {
        mean(Rgb.of(code), words);
    }
}
