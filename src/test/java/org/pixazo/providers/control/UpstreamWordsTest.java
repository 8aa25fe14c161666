package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.providers.entity.UpstreamAccess;

class UpstreamWordsTest {

    private static final UpstreamAccess ACCESS = TestHttp.access(URI.create("https://api.x.ai/v1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'no luck','type':'t','code':null}}",
                "{'error':'no luck'}",
                "{'code':'x','error':'no luck'}",
                "{'message':'no luck'}",
                "{'error':true,'message':'no luck'}",
                "{'detail':'no luck'}",
                "{'detail':[{'loc':['body'],'msg':'no luck','type':'missing'}]}",
                "[{'error':{'message':'no luck'}}]",
                "{'choices':[{'message':{'role':'assistant','content':'no luck'}}]}",
                "no luck",
                "<!DOCTYPE html><html><head><title>x</title></head><body><script>y()</script>no <b>luck</b></body></html>",
                "<html><title>no luck</title><body></body></html>",
            })
    void areFoundInEveryShape(String body) {
        assertThat(UpstreamWords.of(body.replace('\'', '"'), ACCESS)).contains("no luck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<html></html>"})
    void areAbsentWhereNothingIsSaid(String body) {
        assertThat(UpstreamWords.of(body, ACCESS)).isEmpty();
    }

    @Test
    void areCutShortWithoutLeavingAPartOfTheKey() {
        String body = "x".repeat(290) + TestHttp.KEY + "y".repeat(500);

        String words = UpstreamWords.of(body, ACCESS).orElseThrow();
        assertThat(words).hasSizeLessThanOrEqualTo(301).contains("***").endsWith("…");
        assertThat(words).doesNotContain(TestHttp.KEY.substring(0, 5));
    }

    @Test
    void hideAKeyThatWasStoredWithALineBreak() {
        UpstreamAccess access = new UpstreamAccess(ACCESS.baseUrl(), Optional.of(TestHttp.KEY + "\n"));

        assertThat(UpstreamWords.of("bad key " + TestHttp.KEY, access)).contains("bad key ***");
    }

    @Test
    void areFoundQuicklyInAHostilePage() {
        String hostile = "<script ".repeat(100_000) + "<".repeat(100_000);

        assertTimeout(Duration.ofSeconds(5), () -> UpstreamWords.of(hostile, ACCESS));
    }
}
