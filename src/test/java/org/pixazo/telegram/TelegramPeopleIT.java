package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.ConcurrentTest;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;

/** What administrators say of people on Telegram: who is let in, in which role, and how much each may ask for. */
class TelegramPeopleIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PEOPLE = "/api/admin/telegram/people";

    private final PixazoServer server = BotServer.server();
    private final FakeTelegram telegram = BotServer.telegram();
    private final Api root = server.admin();

    @ConcurrentTest
    void a_person_has_limits_of_their_own() {
        telegram.say(101, "first");
        sees(101, "You said: first");
        Answer person = root.get(PEOPLE + "/101").expect(200);
        assertThat(person.text("name")).isEqualTo("Ada101");
        assertThat(person.text("username")).isEqualTo("tg-ada101");
        assertThat(person.text("access")).isEqualTo("default");
        assertThat(person.text("role")).isEqualTo("user");

        root.put(PEOPLE + "/101", Map.of("daily_questions", 1, "daily_images", 0))
                .expect(200);
        telegram.say(101, "second");
        sees(101, "You have asked as much as a day allows");
        telegram.say(101, "/image x2 a boat");
        sees(101, "That is more pictures than a day allows");
        telegram.say(101, "/usage");
        sees(101, "0 / 0 pictures");

        Map<String, Object> unlimited = new HashMap<>();
        unlimited.put("daily_questions", null);
        Answer changed = root.put(PEOPLE + "/101", unlimited).expect(200);
        assertThat(changed.at("daily_questions").isNull()).isTrue();
        assertThat(changed.number("daily_images")).isZero();
        telegram.say(101, "third");
        sees(101, "You said: third");
    }

    @ConcurrentTest
    void a_blocked_person_hears_so_until_that_is_taken_back() {
        telegram.say(102, "hello");
        sees(102, "You said: hello");
        root.put(PEOPLE + "/102", Map.of("access", "blocked")).expect(200);
        telegram.say(102, "let me in");
        sees(102, "This bot is closed to you. Please ask the administrator; your number is 102.");
        root.delete(PEOPLE + "/102").expect(204);
        root.delete(PEOPLE + "/102").expect(404);
        telegram.say(102, "in again");
        sees(102, "You said: in again");
        assertThat(telegram.texts(102)).hasSize(3);
    }

    @ConcurrentTest
    void a_role_goes_to_the_account_behind_now_or_on_first_contact() {
        telegram.say(103, "/start");
        sees(103, "Hello Ada103!");
        long account = root.get(PEOPLE + "/103").expect(200).number("user_id");
        root.put(PEOPLE + "/103", Map.of("role", "admin", "daily_questions", 0)).expect(200);
        assertThat(root.get("/api/users/" + account).expect(200).text("role")).isEqualTo("admin");
        telegram.say(103, "administrators have no limit");
        sees(103, "You said: administrators have no limit");
        root.put(PEOPLE + "/103", Map.of("role", "user")).expect(200);
        assertThat(root.get("/api/users/" + account).expect(200).text("role")).isEqualTo("user");

        Answer invited = root.put(PEOPLE + "/104", Map.of("role", "admin")).expect(200);
        assertThat(invited.at("user_id").isNull()).isTrue();
        telegram.say(104, "/start");
        sees(104, "Hello Ada104!");
        Answer came = root.get(PEOPLE + "/104").expect(200);
        assertThat(root.get("/api/users/" + came.number("user_id")).expect(200).text("role"))
                .isEqualTo("admin");
        root.put(PEOPLE + "/104", Map.of("role", "user")).expect(200);
    }

    @ConcurrentTest
    void people_are_listed_with_those_who_have_not_come() {
        root.put(PEOPLE + "/900000000000000002", Map.of("access", "allowed")).expect(200);
        root.put(PEOPLE + "/900000000000000001", Map.of("daily_images", 3)).expect(200);
        telegram.say(105, "/start");
        sees(105, "Hello Ada105!");

        Answer first = root.get(PEOPLE + "?limit=1").expect(200);
        assertThat(first.at("items").findValuesAsString("telegram_id")).containsExactly("900000000000000002");
        assertThat(first.text("items/0/access")).isEqualTo("allowed");
        Answer rest = root.get(PEOPLE + "?limit=100&cursor=" + first.text("next_cursor"))
                .expect(200);
        List<Long> ids = rest.at("items").findValuesAsString("telegram_id").stream()
                .map(Long::valueOf)
                .toList();
        assertThat(ids)
                .contains(105L)
                .startsWith(900000000000000001L)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ConcurrentTest
    void what_cannot_be_is_named_and_only_administrators_ask() {
        assertThat(root.put(PEOPLE + "/106", Map.of("access", "maybe", "role", "king", "daily_images", -1))
                        .expect(400)
                        .at("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("access", "role", "daily_images");
        root.get(PEOPLE + "/106").expect(404);
        root.put(PEOPLE + "/-100", Map.of("access", "allowed")).expect(404);
        Answer made = root.put(PEOPLE + "/107", Map.of("daily_images", 1)).expect(200);
        root.put(PEOPLE + "/107", Map.of("daily_images", 2)).expect(200);
        root.with("If-Match", made.header("ETag").orElseThrow())
                .put(PEOPLE + "/107", Map.of("daily_images", 3))
                .expect(412);
        Api user = server.newUser();
        user.get(PEOPLE).expect(403);
        user.put(PEOPLE + "/107", Map.of("access", "allowed")).expect(403);
        user.delete(PEOPLE + "/107").expect(403);
    }

    private void sees(long person, String words) {
        Wait.until(SOON, () -> telegram.texts(person).stream().anyMatch(text -> text.contains(words)));
    }
}
