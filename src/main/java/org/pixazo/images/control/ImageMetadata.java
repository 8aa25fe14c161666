package org.pixazo.images.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.web.control.Json;
import tools.jackson.core.JacksonException;

/**
 * How a picture was made, inside its PNG file: exactly as {@code pixazo} (JSON), for other programs as {@code parameters}
 * (AUTOMATIC1111's form), and the prompt as XMP's description, which viewers show.
 */
public final class ImageMetadata {

    private static final String OURS = "pixazo";
    private static final String THEIRS = "parameters";
    private static final String XMP = "XML:com.adobe.xmp";

    private ImageMetadata() {}

    /** The same PNG file with its recipe. */
    public static byte[] embed(byte[] png, ImageRecipe recipe) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(OURS, Json.write(recipe));
        if (!PngText.read(png).containsKey(THEIRS)) {
            texts.put(THEIRS, InfoText.of(recipe));
        }
        texts.put(XMP, xmp(recipe.prompt()));
        return PngText.with(png, texts);
    }

    /** What a file tells of its making, if it is a PNG file that does. */
    public static ImageRecipe read(byte[] file) {
        if (!PngText.isPng(file)) {
            return ImageRecipe.NONE;
        }
        Map<String, String> texts = PngText.read(file);
        if (texts.containsKey(OURS)) {
            try {
                return Json.mapper().readValue(texts.get(OURS), ImageRecipe.class);
            } catch (JacksonException notOurs) {
                // Another program may use the same word; its other texts may still tell.
                return foreign(texts);
            }
        }
        return foreign(texts);
    }

    private static ImageRecipe foreign(Map<String, String> texts) {
        String parameters = texts.getOrDefault(THEIRS, "");
        return parameters.isBlank() ? ImageRecipe.NONE : InfoText.parse(parameters);
    }

    private static String xmp(String prompt) {
        return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                + " xmp:CreatorTool=\"Pixazo\"><dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + escaped(prompt)
                + "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
