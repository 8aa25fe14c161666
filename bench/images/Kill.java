import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobs of five users through one death after another, then with an instant gateway. See the script {@code kill}. */
public class Kill {

    private static final int USERS = 5;
    private static final Pattern IMAGE = Pattern.compile("\"id\":(\\d+),\"job_id\":(\\d+)");

    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        int jobs = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int port = 18120;
        Gateway gateway = new Gateway(port + 1, 1_000);
        Server server = new Server(
                port,
                work,
                Map.of(
                        "PIXAZO_GATEWAY_URL", "http://localhost:" + (port + 1),
                        "PIXAZO_API_KEY", "bench-key",
                        "PIXAZO_GATEWAY_PACE", "100000",
                        "PIXAZO_IMAGE_JOBS_AT_ONCE", "pixazo=4"));
        server.start();
        Map<String, String> users = new TreeMap<>();
        for (int i = 1; i <= USERS; i++) {
            users.put("user" + i, server.newUser("user" + i));
        }
        boolean good = false;
        try {
            good = throughDeaths(server, gateway, users, jobs, seconds);
            instant(server, gateway, users, jobs);
        } catch (Exception e) {
            System.getLogger(Kill.class.getName()).log(System.Logger.Level.ERROR, "The run broke off", e);
        } finally {
            server.kill();
        }
        // The gateway's thread would hold the process.
        System.exit(good ? 0 : 1);
    }

    private static boolean throughDeaths(
            Server server, Gateway gateway, Map<String, String> users, int jobs, int seconds) throws Exception {
        server.post("/api/image-jobs/pause", Server.ADMIN, "");
        for (var user : users.entrySet()) {
            order(server, user, jobs / USERS, "death");
        }
        server.post("/api/image-jobs/resume", Server.ADMIN, "");
        long begun = System.nanoTime();
        int deaths = 0;
        while (made(server, users) < jobs) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end && made(server, users) < jobs) {
                Thread.sleep(500);
            }
            if (made(server, users) < jobs) {
                server.kill();
                deaths++;
                server.start();
            }
            if (System.nanoTime() - begun > 3_600_000_000_000L) {
                break;
            }
        }
        System.out.printf("%d deaths by kill -9, %d s%n", deaths, (System.nanoTime() - begun) / 1_000_000_000L);
        TreeMap<Long, String> order = new TreeMap<>();
        Set<Long> jobsWithImage = new HashSet<>();
        for (var user : users.entrySet()) {
            for (long[] image : images(server, user.getValue())) {
                order.put(image[0], user.getKey());
                jobsWithImage.add(image[1]);
            }
        }
        long again = gateway.calls.values().stream().filter(count -> count.get() > 1).count();
        System.out.printf(
                "%d images of %d jobs; %d jobs have one, so %d came twice; %d prompts went to the gateway again after a death%n",
                order.size(), jobs, jobsWithImage.size(), order.size() - jobsWithImage.size(), again);
        Map<String, Integer> counts = new HashMap<>();
        users.keySet().forEach(user -> counts.put(user, 0));
        int spread = 0;
        for (String user : order.values()) {
            counts.merge(user, 1, Integer::sum);
            int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
            int least = counts.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
            spread = Math.max(spread, most - least);
        }
        System.out.printf("fairness: at no time was a user more than %d images ahead of another%n", spread);
        return order.size() == jobs && jobsWithImage.size() == jobs;
    }

    private static void instant(Server server, Gateway gateway, Map<String, String> users, int jobs) throws Exception {
        gateway.delayMillis = 0;
        long before = made(server, users);
        server.post("/api/image-jobs/pause", Server.ADMIN, "");
        for (var user : users.entrySet()) {
            order(server, user, jobs / USERS, "instant");
        }
        long begun = System.nanoTime();
        server.post("/api/image-jobs/resume", Server.ADMIN, "");
        while (made(server, users) < before + jobs) {
            Thread.sleep(50);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.printf("instant gateway: %d jobs in %.1f s, %.0f jobs/s%n", jobs, took, jobs / took);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<byte[]>> thumbnails = new ArrayList<>();
        begun = System.nanoTime();
        for (String key : users.values()) {
            for (long[] image : images(server, key)) {
                thumbnails.add(clients.submit(() -> server.bytes("/api/images/" + image[0] + "/thumbnail", key)));
            }
        }
        for (Future<byte[]> thumbnail : thumbnails) {
            thumbnail.get();
        }
        took = (System.nanoTime() - begun) / 1e9;
        clients.shutdown();
        System.out.printf(
                "thumbnails of 512 by 512 pixels, 4 clients: %d in %.1f s, %.0f/s%n",
                thumbnails.size(), took, thumbnails.size() / took);
        System.out.printf("resident: %d MB%n", server.residentMegabytes());
    }

    private static void order(Server server, Map.Entry<String, String> user, int count, String what) throws Exception {
        for (int i = 0; i < count; i++) {
            server.post(
                    "/api/images/generate",
                    user.getValue(),
                    "{\"prompt\":\"" + what + " " + user.getKey() + " " + i + "\",\"model\":\"sdxl\",\"width\":512,\"height\":512}");
        }
    }

    private static long made(Server server, Map<String, String> users) throws Exception {
        long images = 0;
        for (String key : users.values()) {
            images += images(server, key).size();
        }
        return images;
    }

    /** Ids of all images of a user with those of their jobs. */
    private static List<long[]> images(Server server, String key) throws Exception {
        List<long[]> images = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String page = server.get("/api/images?limit=100" + cursor, key);
            Matcher image = IMAGE.matcher(page);
            while (image.find()) {
                images.add(new long[] {Long.parseLong(image.group(1)), Long.parseLong(image.group(2))});
            }
            Matcher next = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
        return images;
    }
}
