package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.pixazo.testing.Api;
import org.pixazo.testing.ConcurrentTest;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.SamplePictures;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole conversation with the bot, as a person on Telegram has it. Each test has people of its own. */
class TelegramBotIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final FakeTelegram telegram = BotServer.telegram();
    private static final PixazoServer server = BotServer.server();

    @BeforeAll
    static void addModel() {
        server.admin()
                .post("/api/admin/models", Map.of("id", "photographer", "model", photographer()))
                .expect(201);
    }

    /** A model that takes a picture beside the words, as administrators add one. */
    private static Map<String, Object> photographer() {
        return Map.of(
                "name",
                "Photographer",
                "description",
                "Works on photos.",
                "limits",
                Map.of(
                        "min_side",
                        64,
                        "max_side",
                        1024,
                        "max_pixels",
                        1_048_576,
                        "negative_prompt",
                        false,
                        "seed",
                        true,
                        "strength",
                        false,
                        "reference_image",
                        "optional"),
                "defaults",
                Map.of("width", 512, "height", 512),
                "route",
                Map.of(
                        "path",
                        "/photographer/v1/getImage",
                        "fields",
                        Map.of("reference_image", "imageUrl", "width", "width", "height", "height")));
    }

    @ConcurrentTest
    void start_says_hello_and_plain_words_are_answered() {
        telegram.say(1, "/start");
        sees(1, "Hello Ada1!");
        telegram.say(1, "good <morning> & *hello*");
        sees(1, "You said: good <morning> & hello");
    }

    @ConcurrentTest
    void the_menu_is_there_in_every_language() {
        assertThat(telegram.menus())
                .anySatisfy(menu -> assertThat(menu).startsWith("[").contains("\"image\"", "/image a lighthouse"));
        assertThat(telegram.menus())
                .anySatisfy(menu -> assertThat(menu).startsWith("de").contains("Das Modell"));
        telegram.say(49, "/help");
        sees(49, "Schreib mir");
    }

    @ConcurrentTest
    void a_chat_keeps_its_context_goes_on_after_new_and_can_be_taken_up_again() {
        telegram.say(2, "first words");
        sees(2, "You said: first words");
        telegram.say(2, "/new");
        sees(2, "A new chat begins");
        telegram.say(2, "other words");
        sees(2, "You said: other words");
        telegram.say(2, "/chats");
        FakeTelegram.Shown chats = sees(2, "Your chats");
        assertThat(chats.button("✓ other words")).isNotEmpty();
        telegram.press(2, chats, "first words");
        sees(2, "We go on with: first words");
        telegram.say(2, "/export");
        FakeTelegram.Shown export = sees(2, "Send me this file");
        assertThat(export.file())
                .contains("\"format\":\"pixazo.chat\"", "first words")
                .doesNotContain("other words");
        telegram.sendFile(2, "chat.json", export.file().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sees(2, "Imported: 1 chats with 2 messages");
    }

    @ConcurrentTest
    void an_answer_is_shown_while_it_comes_and_ends_with_markup_in_one_message() {
        telegram.say(
                3, "slow **words** of a story with enough of them to be shown while it comes to its end, bit by bit");
        FakeTelegram.Shown shown = sees(3, "You said: slow words");
        Wait.until(SOON, () -> shown.html().contains("<b>words</b>"));
        assertThat(shown.edits()).isPositive();
        assertThat(telegram.chat(3)).hasSize(1);
        telegram.press(3, shown, "Again");
        Wait.until(SOON, () -> telegram.chat(3).size() == 2);
    }

    @ConcurrentTest
    void a_long_answer_comes_as_its_beginning_and_a_file() {
        telegram.say(4, "long " + "x".repeat(3_000) + " " + "y".repeat(3_000));
        telegram.say(4, "then this");
        sees(4, "You said: then this");
        assertThat(telegram.chat(4))
                .allSatisfy(message -> assertThat(message.text().length()).isLessThan(4_097));
        assertThat(telegram.chat(4).size()).isGreaterThan(1);
    }

    @ConcurrentTest
    void words_wait_until_the_answer_before_is_whole_and_cancel_does_not() {
        telegram.say(
                5, "slow one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen");
        telegram.say(5, "quick question");
        Wait.until(SOON, () -> telegram.calls("sendChatAction", 5) > 0);
        telegram.say(5, "/cancel");
        sees(5, "⏹ Stopped");
        sees(5, "You said: quick question");
        assertThat(telegram.texts(5).stream()
                        .filter(text -> text.contains("Stopped") || text.contains("quick"))
                        .toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("quick");
    }

    @ConcurrentTest
    void models_are_chosen_by_name_and_by_button() {
        telegram.say(6, "/model");
        FakeTelegram.Shown models = sees(6, "Which model shall answer?");
        telegram.press(6, models, "Grok 4");
        sees(6, "Grok 4 answers from now on");
        telegram.say(6, "/model offline");
        sees(6, "Offline assistant (no AI) answers from now on");
        telegram.say(6, "/model nothing");
        sees(6, "There is no model nothing");
        telegram.say(6, "/style");
        telegram.press(6, sees(6, "Which look"), "");
        sees(6, "Pictures look like this");
        telegram.say(6, "/settings");
        sees(6, "Text model: offline");
    }

    @ConcurrentTest
    void a_picture_comes_with_caption_and_buttons_that_work() {
        telegram.say(7, "/model offline");
        telegram.say(7, "/image a <red> lighthouse");
        FakeTelegram.Shown photo = photo(7, 1);
        assertThat(photo.text()).contains("a <red> lighthouse", "#");
        Wait.until(SOON, () -> telegram.texts(7).stream().noneMatch(text -> text.startsWith("🎨")));
        telegram.press(7, photo, "Original");
        Wait.until(
                SOON,
                () -> telegram.chat(7).stream()
                        .anyMatch(message -> message.kind().equals("document")));
        telegram.press(7, photo, "Save prompt");
        sees(7, "Saved: a <red> lighthouse");
        telegram.say(7, "/prompts");
        FakeTelegram.Shown prompts = sees(7, "Saved prompts:");
        telegram.press(7, prompts, "a <red> lighthouse");
        Wait.until(SOON, () -> telegram.texts(7).contains("a <red> lighthouse"));
        telegram.press(7, photo, "More like this");
        Wait.until(SOON, () -> photos(7) == 2);
        telegram.press(7, photo, "Enhance and redo");
        Wait.until(SOON, () -> photos(7) == 3);
        telegram.say(7, "/usage");
        sees(7, "3 pictures");
    }

    @ConcurrentTest
    void several_pictures_come_as_an_album() {
        telegram.say(8, "/image x3 a boat");
        assertThat(photo(8, 3).text()).contains("a boat");
        sees(8, "All of them as they were made").button("📄 3");
    }

    @ConcurrentTest
    void a_photo_is_worked_on_by_a_model_that_takes_one() {
        telegram.say(19, "/model photographer");
        sees(19, "Photographer paints from now on");
        telegram.sendPhoto(19, "", SamplePictures.picture("jpeg", 320, 256, 19));
        sees(19, "What shall I make of it?");
        telegram.sendPhoto(19, "/image x2 the photo as a watercolour", SamplePictures.picture("jpeg", 320, 256, 19));
        photo(19, 2);
        assertThat(referenceOf("the photo as a watercolour")).satisfies(TelegramBotIT::opensAt320x256);
        telegram.press(19, sees(19, "All of them as they were made"), "More like this");
        Wait.until(SOON, () -> photos(19) == 3);
        assertThat(gatewayRequests("the photo as a watercolour"))
                .hasSize(3)
                .allSatisfy(request ->
                        assertThat(request.get("imageUrl").asString()).startsWith(BotServer.PUBLIC));
        telegram.sendPictureFile(19, "the file in charcoal", SamplePictures.picture("png", 320, 256, 20));
        Wait.until(SOON, () -> photos(19) == 4);
        assertThat(referenceOf("the file in charcoal")).satisfies(TelegramBotIT::opensAt320x256);
        telegram.sendPhoto(19, "no photo at all", "<html></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sees(19, "an HTML page instead of a picture");
    }

    @ConcurrentTest
    void a_model_of_words_alone_keeps_photo_and_words_for_those_that_take_one() {
        telegram.sendPhoto(20, "a <red> hat & more", SamplePictures.picture("jpeg", 320, 256, 21));
        sees(20, "SDXL Base paints from words alone and cannot work on your photo. These models take photos");
        FakeTelegram.Shown kept = sees(20, "a <red> hat & more");
        telegram.press(20, kept, "Photographer");
        photo(20, 1);
        assertThat(referenceOf("a <red> hat & more")).satisfies(TelegramBotIT::opensAt320x256);
        telegram.press(20, kept, "Paint it");
        Wait.until(SOON, () -> photos(20) == 2);
        assertThat(gatewayRequests("a <red> hat & more"))
                .last()
                .satisfies(request -> assertThat(request.has("imageUrl")).isFalse());
        telegram.say(20, "/model inpainting");
        sees(20, "Inpainting (Stable Diffusion 1.5) paints from now on");
        telegram.sendPhoto(20, "another hat", SamplePictures.picture("jpeg", 320, 256, 22));
        sees(20, "Inpainting (Stable Diffusion 1.5) also needs a mask");
        assertThat(sees(20, "another hat").buttons()).contains("Photographer").doesNotContain("Paint it");
        telegram.say(20, "/image words without a photo");
        sees(20, "works on a photo");
    }

    private static List<JsonNode> gatewayRequests(String prompt) {
        return Shared.gateway().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(request -> JsonMapper.shared().readTree(request.body()))
                .filter(body -> body.path("prompt").asString("").equals(prompt))
                .toList();
    }

    private static URI referenceOf(String prompt) {
        return URI.create(gatewayRequests(prompt).get(0).get("imageUrl").asString());
    }

    private static void opensAt320x256(URI link) throws IOException {
        assertThat(link.toString()).startsWith(BotServer.PUBLIC + "/api/images/");
        byte[] bytes = server.anonymous()
                .get(link.getRawPath() + "?" + link.getRawQuery())
                .expect(200)
                .bytes();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(320, 256);
    }

    @ConcurrentTest
    void a_failed_picture_says_why() {
        telegram.say(9, "/image fail-400 thing");
        sees(9, "The picture could not be made");
    }

    @ConcurrentTest
    void prompts_are_enhanced_and_saved() {
        telegram.say(10, "/save Lighthouse: a lighthouse in a storm");
        sees(10, "Saved: Lighthouse");
        telegram.say(10, "/enhance a lighthouse");
        Wait.until(SOON, () -> telegram.chat(10).size() == 2);
        telegram.press(10, telegram.chat(10).get(1), "Paint it");
        photo(10, 1);
    }

    @ConcurrentTest
    void a_code_of_the_console_joins_the_account_with_all_that_was_saved_before() {
        telegram.say(11, "/save Before: said before the link");
        sees(11, "Saved: Before");
        Api ada = server.newUser();
        telegram.say(11, "/link WRONGONE");
        sees(11, "This code is not valid");
        String code = ada.post("/api/telegram/code").expect(200).text("code");
        telegram.say(11, "/start link-" + code);
        sees(11, "Linked: you are");
        assertThat(ada.get("/api/prompts").expect(200).text("items/0/title")).isEqualTo("Before");
        telegram.say(11, "shared words");
        sees(11, "You said: shared words");
        assertThat(ada.get("/api/search?q=shared").expect(200).at("items")).isNotEmpty();
        assertThat(ada.get("/api/telegram").expect(200).number("links/0/telegram_id"))
                .isEqualTo(11);
        telegram.say(11, "/link " + code);
        Wait.until(SOON, () -> count(11, "This code is not") == 2);
        assertThat(server.admin()
                        .get("/api/users?limit=100")
                        .expect(200)
                        .at("items")
                        .toString())
                .contains("\"username\":\"tg-ada11\",\"email\":null,\"role\":\"user\",\"status\":\"disabled\"");
        ada.delete("/api/telegram/links/11").expect(204);
        telegram.say(11, "/settings");
        sees(11, "Account: tg-11\n");
        telegram.say(11, "/link " + ada.post("/api/telegram/code").expect(200).text("code"));
        Wait.until(SOON, () -> count(11, "Linked: you are") == 2);
        ada.delete("/api/telegram/links/11").expect(204);
        telegram.say(11, "/settings");
        sees(11, "Account: tg-11-2\n");
        assertThat(ada.get("/api/usage?channel=telegram").expect(200).at("items"))
                .isNotEmpty();
    }

    @ConcurrentTest
    void in_a_group_the_bot_hears_what_is_meant_for_it() {
        long group = -100L;
        telegram.say(12, group, "nobody asked the bot", Map.of());
        telegram.say(12, group, "/help@another_bot", Map.of());
        int asked = telegram.say(12, group, "@" + FakeTelegram.NAME + " hello from all", Map.of());
        sees(group, "You said: hello from all");
        assertThat(asked).isPositive();
        telegram.say(
                12,
                group,
                "and this answers it",
                Map.of(
                        "reply_to_message",
                        Map.of(
                                "message_id",
                                1,
                                "date",
                                1,
                                "chat",
                                Map.of("id", group, "type", "supergroup"),
                                "from",
                                Map.of("id", 999, "is_bot", true, "first_name", "P"))));
        sees(group, "You said: and this answers it");
        assertThat(telegram.texts(group)).hasSize(2);
    }

    @ConcurrentTest
    void what_telegram_refuses_is_sent_another_way_and_what_it_delays_comes_once() {
        telegram.fault(
                1,
                (method, chat) -> chat == 13 && method.equals("sendMessage"),
                "400 Bad Request: can't parse entities: Unsupported");
        telegram.say(13, "some **words**");
        assertThat(sees(13, "You said: some **words**").html()).doesNotContain("<b>");
        telegram.fault(1, (method, chat) -> chat == 14 && method.equals("sendMessage"), "429 2");
        telegram.fault(1, (method, chat) -> chat == 14 && method.equals("sendMessage"), "502 Bad Gateway");
        telegram.fault(1, (method, chat) -> chat == 14 && method.equals("sendMessage"), "cut");
        telegram.fault(1, (method, chat) -> chat == 14 && method.equals("sendMessage"), "slow 1500");
        telegram.say(14, "through trouble");
        sees(14, "You said: through trouble");
        telegram.fault(
                1,
                (method, chat) -> chat == 15 && method.equals("sendMessage"),
                "400 Bad Request: message is too long");
        telegram.say(15, "too long for it");
        Wait.until(
                SOON,
                () -> telegram.chat(15).stream()
                        .anyMatch(message -> message.kind().equals("document")
                                && message.file().contains("too long for it")));
        telegram.fault(
                1,
                (method, chat) -> chat == 16 && method.equals("sendMessage"),
                "403 Forbidden: bot was blocked by the user");
        telegram.say(16, "into nothing");
        Wait.until(SOON, () -> server.output().stream().anyMatch(line -> line.contains("is closed to the bot")));
        telegram.say(16, "back again");
        sees(16, "You said: back again");
        assertThat(telegram.texts(14)).hasSize(1);
        assertThat(telegram.violations()).isEmpty();
    }

    @ConcurrentTest
    void a_picture_whose_arrival_is_not_known_is_not_sent_twice_unasked() {
        telegram.fault(1, (method, chat) -> chat == 17 && method.equals("sendPhoto"), "cut-after");
        telegram.say(17, "/image a doubtful boat");
        FakeTelegram.Shown question = sees(17, "If it did not arrive");
        assertThat(photos(17)).isEqualTo(1);
        telegram.press(17, question, "Send it");
        Wait.until(SOON, () -> photos(17) == 2);
    }

    @ConcurrentTest
    void another_poller_is_reported_and_survived_and_no_line_tells_the_token() {
        telegram.fault(
                2,
                (method, chat) -> method.equals("getUpdates"),
                "409 Conflict: terminated by other getUpdates request");
        // Ends the poll that is under way, so that the next one meets the conflict.
        telegram.say(18, "/start");
        Wait.until(
                Duration.ofSeconds(60),
                () -> server.output().stream().anyMatch(line -> line.contains("Another program fetches")));
        telegram.say(18, "heard after all");
        sees(18, "You said: heard after all");
        assertThat(server.anonymous().get("/api/health/ready").expect(200).text("checks/4/status"))
                .isEqualTo("up");
        assertThat(server.admin().get("/api/metrics").expect(200).body())
                .contains("pixazo_telegram_up 1", "pixazo_telegram_messages_total");
        assertThat(server.output()).noneMatch(line -> line.contains(FakeTelegram.TOKEN));
    }

    private static long count(long person, String beginning) {
        return telegram.texts(person).stream()
                .filter(text -> text.startsWith(beginning))
                .count();
    }

    private static long photos(long person) {
        return telegram.chat(person).stream()
                .mapToInt(FakeTelegram.Shown::pictures)
                .sum();
    }

    private static FakeTelegram.Shown photo(long person, int pictures) {
        Wait.until(
                Duration.ofSeconds(40),
                () -> telegram.chat(person).stream().anyMatch(message -> message.pictures() == pictures));
        return telegram.chat(person).stream()
                .filter(message -> message.pictures() == pictures)
                .findFirst()
                .orElseThrow();
    }

    private static FakeTelegram.Shown sees(long person, String words) {
        try {
            Wait.until(SOON, () -> telegram.texts(person).stream().anyMatch(text -> text.contains(words)));
        } catch (AssertionError late) {
            throw new AssertionError("Nobody said " + words + ": " + telegram.chat(person) + "\n"
                    + String.join(
                            "\n",
                            server.output().stream()
                                    .filter(line -> line.contains("elegram"))
                                    .toList()));
        }
        return telegram.chat(person).stream()
                .filter(message -> message.text().contains(words))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
