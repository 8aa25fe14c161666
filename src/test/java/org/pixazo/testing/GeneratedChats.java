package org.pixazo.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;

/** Chats of every shape: wide, deep and forked trees, empty texts, and every character that JSON and databases trip over. */
public final class GeneratedChats {

    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.000001Z");
    private static final int MOST_SECONDS = 100_000;

    private GeneratedChats() {}

    /** Texts of all of Unicode but U+0000 and halves of characters, which are no text. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "",
                " ",
                "\n",
                "\r\n\t",
                "\u0001\u001f\u007f",
                "\u2028\u2029",
                "\u202e\u2066\u200b\ufeff",
                "e\u0301 A\u030a\u0323",
                "👩‍👩‍👧‍👦🏳️‍🌈",
                "\ud83d\ude00\udbff\udfff",
                "\ufdd0\uffff\ufffe",
                "\"\\/'`%_!--;",
                "</script><!--",
                "{\"format\":\"pixazo.chat\"}",
                "İıßŉǰ",
                "नमस्ते שָׁלוֹם مرحبا 狐狸 한국어");
        Arbitrary<String> any = Arbitraries.strings()
                .all()
                .excludeChars('\0')
                .ofMaxLength(40)
                .map(text -> text.codePoints()
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Arbitraries.oneOf(hostile, any, Combinators.combine(hostile, any).as(String::concat));
    }

    /** Chats of up to so many messages, as an export has them. */
    public static Arbitrary<ChatContent> chats(int most) {
        return Combinators.combine(
                        texts().map(name -> ("n" + name).strip()),
                        texts().list().ofMaxSize(most),
                        Arbitraries.longs(),
                        Arbitraries.of(Shape.values()))
                .as(GeneratedChats::chat);
    }

    /** How messages follow one another. */
    public enum Shape {
        LINE,
        STAR,
        FOREST,
        DEEP
    }

    /** A chat of these texts. */
    public static ChatContent chat(String name, List<String> texts, long seed, Shape shape) {
        Random random = new Random(seed);
        List<ExportedMessage> messages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            MessageRole role = MessageRole.values()[random.nextInt(3)];
            int parent = switch (shape) {
                case LINE -> i - 1;
                case STAR -> i == 0 ? -1 : 0;
                case FOREST -> random.nextInt(i + 1) - 1;
                case DEEP -> Math.max(-1, i - 1 - random.nextInt(2));
            };
            messages.add(ExportedMessage.of(
                    role,
                    texts.get(i),
                    role == MessageRole.ASSISTANT && random.nextBoolean() ? "grok-4" : null,
                    MessageStatus.values()[1 + random.nextInt(4)],
                    TIME.plusSeconds(random.nextInt(MOST_SECONDS)).plusNanos(random.nextInt(1_000_000) * 1000L),
                    i,
                    parent));
        }
        Integer tip = messages.isEmpty() ? null : random.nextInt(messages.size());
        ChatContent plain = new ChatContent(
                name,
                random.nextBoolean() ? "grok-4" : null,
                TIME,
                TIME.plusSeconds(5),
                messages,
                List.of(),
                tip == null || tip == messages.size() - 1 ? null : tip);
        return plain.sorted(
                random.nextBoolean() ? List.of("a", "ä \"b\"") : List.of(), random.nextBoolean(), random.nextBoolean());
    }
}
