package org.pixazo.providers.control.offline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.pixazo.providers.control.offline.finish.Finish;
import org.pixazo.providers.control.offline.layers.Composer;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.png.PngWriter;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.SceneReader;
import org.pixazo.providers.entity.ImageRequest;

/** Draws a picture for a request, on the caller's thread. Without state; safe for many threads. */
public final class OfflineRenderer {

    /**
     * @param request of any size that memory allows: 15 bytes a pixel while painting
     * @param cancelled asked often; true ends the work
     * @return a PNG file with the texts {@code Software} and {@code parameters}
     * @throws java.util.concurrent.CancellationException when {@code cancelled} said so
     */
    public byte[] render(ImageRequest request, BooleanSupplier cancelled) {
        Scene scene = SceneReader.read(request.prompt(), request.negativePrompt());
        // Places follow the seed alone, so that a changed word changes its element and leaves the rest in place.
        Dice dice = new Dice(Long.hashCode(request.seed()));
        Canvas canvas = new Canvas(request.width(), request.height(), cancelled);
        Composer.compose(scene, dice, canvas);
        byte[] rgb = new Finish(scene.styles(), dice.of("finish").seed()).apply(canvas);
        return PngWriter.write(rgb, request.width(), request.height(), texts(request));
    }

    private static Map<String, String> texts(ImageRequest request) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Pixazo offline renderer");
        texts.put("parameters", Parameters.of(request));
        return texts;
    }
}
