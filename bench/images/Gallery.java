import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gallery of 20,000 rows that share one file: how long pages and searches take. See the script {@code gallery}. */
public class Gallery {

    private static final int WARM_UP = 300;
    private static final int MEASURED = 200;
    private static final String BASE = "SELECT * FROM images WHERE user_id = 1 AND deleted_at IS NULL AND uploaded = 0"
            + " AND id < 9223372036854775807 %s ORDER BY id DESC LIMIT 21";

    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        int rows = Integer.parseInt(args[1]);
        Server server = new Server(18130, work, Map.of());
        server.start();
        boolean good = true;
        try {
            server.post(
                    "/api/images/generate",
                    Server.ADMIN,
                    "{\"prompt\":\"a lake\",\"model\":\"offline\",\"width\":256,\"height\":256,\"style\":\"anime\"}");
            while (!server.get("/api/images", Server.ADMIN).contains("image_url")) {
                Thread.sleep(100);
            }
            try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + work.resolve("data/pixazo.db"))) {
                fill(db, rows);
                Map<String, Double> limits = new LinkedHashMap<>();
                limits.put("/api/images", 100.0);
                limits.put("/api/images?limit=100", 100.0);
                limits.put("/api/images?favourite=true", 100.0);
                limits.put("/api/images?style=watercolor&model=sdxl", 100.0);
                limits.put("/api/images?width=512&height=512", 100.0);
                limits.put("/api/images?from=2026-01-02&to=2026-01-03", 100.0);
                limits.put("/api/images?q=lighthouse", 150.0);
                limits.put("/api/images?q=" + (rows / 2) + "%20in%20a%20storm", 150.0);
                limits.put("/api/images?q=absent", 150.0);
                for (var limit : limits.entrySet()) {
                    good &= measure(server, limit.getKey(), limit.getValue());
                }
                System.out.println("plans of SQLite:");
                good &= plan(db, "page", "");
                good &= plan(db, "favourite", "AND favourite = 1");
                good &= plan(db, "style", "AND style = 'watercolor'");
                good &= plan(db, "size", "AND width = 512 AND height = 512");
                good &= plan(db, "days", "AND created_at >= '2026-01-02' AND created_at < '2026-01-04'");
                good &= plan(db, "board", "AND id IN (SELECT image_id FROM board_images WHERE board_id = 1)");
                good &= plan(db, "batch", "AND batch_id = 1");
                good &= plan(db, "parent", "AND parent_image_id = 1");
                good &= plan(db, "words", "AND LOWER(prompt) LIKE '%lighthouse%' ESCAPE '!'");
            }
        } finally {
            server.kill();
        }
        System.exit(good ? 0 : 1);
    }

    private static void fill(Connection db, int rows) throws Exception {
        db.createStatement().execute("PRAGMA busy_timeout = 10000");
        try (PreparedStatement insert = db.prepareStatement(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                        + " INSERT INTO images (user_id, prompt, model, style, width, height, seed, media_type, bytes, sha256,"
                        + " version, created_at, favourite) SELECT user_id,"
                        + " CASE i % 3 WHEN 0 THEN 'a lighthouse ' WHEN 1 THEN 'a red fox ' ELSE 'a portrait of a king ' END || i"
                        + " || ' in a storm, long shadows, rich colours, fine detail, painted in the manner of old masters',"
                        + " CASE i % 2 WHEN 0 THEN 'sdxl' ELSE 'flux-schnell' END,"
                        + " CASE i % 5 WHEN 0 THEN 'watercolor' ELSE NULL END,"
                        + " CASE i % 4 WHEN 0 THEN 512 ELSE 1024 END, CASE i % 4 WHEN 0 THEN 512 ELSE 1024 END, i, media_type,"
                        + " bytes, sha256, 1, '2026-01-' || substr('0' || (1 + i % 28), -2) || 'T10:00:00.000000Z', i % 50 = 0"
                        + " FROM images, n WHERE id = (SELECT MIN(id) FROM images)")) {
            insert.setInt(1, rows);
            insert.executeUpdate();
        }
        System.out.println("rows: " + rows);
    }

    private static boolean measure(Server server, String path, double limit) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            server.get(path, Server.ADMIN);
        }
        double[] times = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long begun = System.nanoTime();
            server.get(path, Server.ADMIN);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        double p95 = times[MEASURED * 95 / 100];
        System.out.printf(
                "%-45s p50 %6.1f ms  p95 %6.1f ms  (at most %.0f)%s%n",
                path, times[MEASURED / 2], p95, limit, p95 > limit ? "  TOO SLOW" : "");
        return p95 <= limit;
    }

    private static boolean plan(Connection db, String name, String condition) throws Exception {
        boolean good = true;
        try (ResultSet steps = db.createStatement().executeQuery("EXPLAIN QUERY PLAN " + BASE.formatted(condition))) {
            while (steps.next()) {
                String step = steps.getString("detail");
                good &= !step.startsWith("SCAN");
                System.out.printf("  %-10s %s%n", name, step);
            }
        }
        return good;
    }
}
