import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** The image gateway without models: after a while, each prompt gets a picture of its own, and is counted. */
class Gateway {

    private static final Pattern PROMPT = Pattern.compile("\"prompt\":\"([^\"]*)\"");
    private static final int SIDE = 512;

    final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    volatile long delayMillis;

    Gateway(int port, long delayMillis) throws Exception {
        this.delayMillis = delayMillis;
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            Matcher prompt = PROMPT.matcher(new String(exchange.getRequestBody().readAllBytes()));
            prompt.find();
            calls.computeIfAbsent(prompt.group(1), one -> new AtomicInteger()).incrementAndGet();
            try {
                Thread.sleep(this.delayMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] picture = picture(prompt.group(1).hashCode());
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        server.start();
    }

    private static byte[] picture(int seed) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, (x * 255 / SIDE) << 16 | (y * 255 / SIDE) << 8 | ((x ^ y ^ seed) & 0xFF) / 16);
            }
        }
        image.setRGB(0, 0, seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
