package org.pixazo.providers.control.offline.layers;

import java.util.ArrayList;
import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;
import org.pixazo.providers.control.offline.scene.Scene;

/** Puts the layers of a scene in order, from the sky to the rain on the lens. */
public final class Composer {

    private final Setting setting;
    private final Scene scene;
    private final Shoreline shoreline;
    private final List<Layer> layers = new ArrayList<>();

    private Composer(Setting setting, int columns) {
        this.setting = setting;
        this.scene = setting.scene();
        this.shoreline = new Shoreline(columns, setting.horizon());
    }

    /**
     * Paints the scene over the whole canvas.
     *
     * @param dice fix the composition
     */
    public static void compose(Scene scene, Dice dice, Canvas canvas) {
        if (scene.has(Element.ABSTRACT)) {
            AbstractArt.of(scene, dice).paint(canvas);
            return;
        }
        Composer composer = new Composer(Setting.of(scene, dice, canvas.aspect()), canvas.width());
        composer.sky();
        composer.land();
        composer.foreground();
        composer.weather();
        composer.layers.forEach(layer -> layer.paint(canvas));
    }

    private void when(boolean wanted, Layer layer) {
        if (wanted) {
            layers.add(layer);
        }
    }

    private void sky() {
        layers.add(new SkyLayer(setting));
        when(scene.has(Element.SPACE), new SpaceLayer(setting));
        when(scene.has(Element.SPACE), new StarLayer(setting, 1.6f));
        when(scene.has(Element.GALAXY), new GalaxyLayer(setting));
        when(scene.has(Element.PLANET), new PlanetLayer(setting));
        if (scene.has(Element.SPACE)) {
            return;
        }
        when(scene.has(Element.STARS), new StarLayer(setting, setting.horizon()));
        when(scene.has(Element.AURORA), new AuroraLayer(setting));
        when(setting.sunVisible(), new SunLayer(setting));
        when(scene.has(Element.CLOUDS) || scene.hour() != Hour.NIGHT, new CloudLayer(setting));
        when(scene.has(Element.RAINBOW), new RainbowLayer(setting));
        when(scene.has(Element.STORM), new LightningLayer(setting));
        when(scene.has(Element.BIRDS), new BirdLayer(setting));
    }

    private void land() {
        boolean water = scene.hasWater();
        if (scene.has(
                Element.MOUNTAINS,
                Element.HILLS,
                Element.FOREST,
                Element.MEADOW,
                Element.DESERT,
                Element.SNOW,
                Element.TREES,
                Element.HOUSE)) {
            layers.add(terrain(water));
        }
        when(scene.has(Element.CITY), new CityLayer(setting, setting.horizon() + (water ? 0.035f : 0.12f)));
        when(water, new WaterLayer(setting, shoreline));
        when(scene.has(Element.BOAT), new BoatLayer(setting));
        when(scene.has(Element.HOUSE), new HouseLayer(setting));
    }

    private void foreground() {
        boolean water = scene.hasWater();
        when(scene.has(Element.FOG), new FogLayer(setting));
        when(scene.has(Element.BEACH), new BeachLayer(setting));
        when(scene.has(Element.TREES), new BroadleafLayer(setting));
        boolean meadow = scene.has(Element.FLOWERS, Element.MEADOW) && !scene.has(Element.DESERT, Element.BEACH);
        boolean plain = scene.has(Element.HILLS) && !water && !scene.has(Element.FOREST, Element.CITY, Element.DESERT);
        when((meadow || plain) && !scene.has(Element.SNOW), new MeadowLayer(setting, water));
        boolean crowded =
                water || scene.has(Element.MOUNTAINS, Element.CITY, Element.HOUSE, Element.FLOWERS, Element.MEADOW);
        when(scene.has(Element.FOREST), new ForestLayer(setting, crowded));
        when(scene.has(Element.PALMS), new PalmLayer(setting));
    }

    private void weather() {

        when(scene.has(Element.RAIN), new RainLayer(setting));
        when(scene.has(Element.SNOWFALL), new SnowfallLayer(setting));
    }

    private Layer terrain(boolean water) {
        Dice dice = setting.dice().of("land");
        float start = water ? dice.between(7, 10) : 3;
        float woods = scene.has(Element.FOREST)
                ? 0.35f
                : scene.has(Element.TREES) ? 0.1f : scene.has(Element.DESERT) ? -1 : -0.12f;
        Ground ground = new Ground(scene, dice.seed());
        Grove grove = new Grove(scene, dice.seed(), woods);
        return new TerrainLayer(setting, relief(dice, start), ground, grove, water ? shoreline : null);
    }

    private Relief relief(Dice dice, float start) {
        if (scene.has(Element.MOUNTAINS)) {
            return new MountainRelief(dice, start);
        }
        return scene.has(Element.DESERT)
                ? new DuneRelief(dice)
                : new HillRelief(dice, start, scene.has(Element.HILLS) ? 0.2f : 0.1f);
    }
}
