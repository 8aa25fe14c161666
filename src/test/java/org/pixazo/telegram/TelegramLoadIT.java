package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;

/** Many people at once, and a Telegram that says "too many" again and again. */
class TelegramLoadIT {

    private static final int PEOPLE = 200;
    private static final int MESSAGES = 3;
    private static final int REFUSALS = 40;
    private static final int SENDS_A_REFUSAL = 11;

    @TempDir
    Path folder;

    @Test
    void two_hundred_people_get_every_answer_once_in_order_and_within_the_limits() {
        try (FakeTelegram telegram = new FakeTelegram(0);
                FakeTextUpstream text = new FakeTextUpstream(0);
                PixazoServer server = PixazoServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "TELEGRAM_BOT_TOKEN",
                                FakeTelegram.TOKEN,
                                "TELEGRAM_API_URL",
                                telegram.url().toString(),
                                "GROK_API_URL",
                                text.url() + "/v1"))) {
            AtomicInteger sends = new AtomicInteger();
            telegram.fault(
                    REFUSALS,
                    (method, chat) -> method.equals("sendMessage") && sends.incrementAndGet() % SENDS_A_REFUSAL == 0,
                    "429 2");
            for (int message = 1; message <= MESSAGES; message++) {
                for (int person = 1; person <= PEOPLE; person++) {
                    telegram.say(person, "person " + person + " message " + message);
                }
            }
            long everything = (long) PEOPLE * MESSAGES;
            Wait.until(
                    Duration.ofMinutes(4),
                    () -> IntStream.rangeClosed(1, PEOPLE)
                                    .mapToLong(person -> telegram.chat(person).size())
                                    .sum()
                            >= everything);
            for (int person = 1; person <= PEOPLE; person++) {
                int who = person;
                List<String> expected = IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(message -> "You said: person " + who + " message " + message)
                        .toList();
                assertThat(telegram.texts(who)).isEqualTo(expected);
            }
            assertThat(telegram.violations()).isEmpty();
            assertThat(sends.get())
                    .as("sends until the last refusal")
                    .isGreaterThanOrEqualTo(REFUSALS * SENDS_A_REFUSAL);
        }
    }
}
