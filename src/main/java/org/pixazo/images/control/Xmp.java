package org.pixazo.images.control;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packet of <a href="https://developer.adobe.com/xmp/docs/">XMP</a> that tells how a picture was made: the prompt as
 * the description, which viewers show, and all parameters as JSON in a property of our own.
 */
final class Xmp {

    private static final Pattern OURS = Pattern.compile("<pixazo:recipe>([^<]*)</pixazo:recipe>");
    private static final Map<String, String> ENTITIES =
            Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#10;", "\n", "&#13;", "\r");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|#10|#13);");

    private Xmp() {}

    /** @param json the recipe */
    static String packet(String prompt, String json) {
        return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                + " xmlns:pixazo=\"urn:pixazo:recipe:1\""
                + " xmp:CreatorTool=\"Pixazo\"><dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + escaped(prompt)
                + "</rdf:li></rdf:Alt></dc:description><pixazo:recipe>" + escaped(json)
                + "</pixazo:recipe></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
    }

    /** The recipe in a packet of ours, as JSON; empty where there is none. */
    static Optional<String> recipe(String packet) {
        Matcher ours = OURS.matcher(packet);
        return ours.find()
                ? Optional.of(ENTITY.matcher(ours.group(1))
                        .replaceAll(entity -> Matcher.quoteReplacement(ENTITIES.get(entity.group()))))
                : Optional.empty();
    }

    /** Line ends too, which XML would make one of. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
