package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.SamplePictures;

class GatewayAnswerParserTest {

    private static final URI PICTURE = URI.create("https://cdn.example/a.png");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'imageUrl':'U'}",
                "{'image_url':'U'}",
                "{'output':'U'}",
                "{'output':['U','https://cdn.example/second.png']}",
                "{'output':[{'url':'U'}]}",
                "{'output':{'url':'U'}}",
                "{'output':{'media_url':'U','media_type':'image/png'}}",
                "{'output':{'media_url':['U']},'status':'COMPLETED','error':null}",
                "{'images':[{'url':'U'}]}",
                "{'images':['U']}",
                "{'media_url':'U'}",
                "{'url':'U'}",
                "{'data':[{'url':'U'}]}",
                "{'result':{'imageUrl':'U'}}",
                "{'imageUrl':null,'output':'http://insecure.example/a.png','url':'U'}",
                "{'status':'completed','output':'U','completedAt':1768311019767}",
                "{'requestId':'7','output':'U'}",
            })
    void findsTheAddressInEveryShape(String json) {
        assertThat(parse(json)).isEqualTo(new GatewayAnswer.At(PICTURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'requestId':'7'}",
                "{'requestId':'7','status':'queued','message':'queued','pollingEndpoint':'/checkStatus'}",
                "{'request_id':'7','status':'IN_PROGRESS','error':''}",
                "{'requestId':null,'request_id':7,'output':null}",
            })
    void findsTheIdToAskFor(String json) {
        assertThat(parse(json)).isEqualTo(new GatewayAnswer.Pending("7", null));
    }

    @Test
    void findsTheAddressToAskAt() {
        URI url = URI.create("https://gateway.pixazo.ai/v2/requests/status/7");

        assertThat(parse("{'request_id':'7','status':'QUEUED','polling_url':'" + url + "'}"))
                .isEqualTo(new GatewayAnswer.Pending("7", url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'FAILED','error':'bad luck'}",
                "{'status':'error','message':'bad luck'}",
                "{'request_id':'7','status':'CANCELLED','detail':'bad luck'}",
                "{'error':'bad luck'}",
                "{'error':{'message':'bad luck'}}",
                "{'status':400,'message':'bad luck'}",
                "bad luck",
                "<html><body>bad luck</body></html>",
            })
    void keepsTheWordsOfARefusal(String json) {
        assertThat(parse(json))
                .isInstanceOfSatisfying(
                        GatewayAnswer.Refused.class,
                        refused -> assertThat(refused.words()).endsWith("bad luck"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{'status':'COMPLETED','output':[]}", "{'output':'ftp://x/a.png'}", "null"})
    void anAnswerWithoutPictureIsARefusal(String json) {
        assertThat(parse(json)).isInstanceOf(GatewayAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", ""})
    void takesAPictureAsTheAnswer(String mediaType) {
        byte[] picture = SamplePictures.picture("png", 4, 4, 1);

        assertThat(GatewayAnswerParser.parse(
                        TestHttp.access(URI.create("https://gateway.pixazo.ai")), answer(mediaType, picture)))
                .isEqualTo(new GatewayAnswer.Inline(picture));
    }

    @Test
    void looksFirstWhereTheModelHasItsPictures() {
        byte[] json = ("{\"url\":\"https://elsewhere.example/x.png\",\"made\":{\"files\":[{\"href\":\"" + PICTURE
                        + "\"}]}}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(GatewayAnswerParser.parse(
                        TestHttp.access(URI.create("https://gateway.pixazo.ai")),
                        answer("application/json", json),
                        "made.files.0.href"))
                .isEqualTo(new GatewayAnswer.At(PICTURE));
    }

    private static GatewayAnswer parse(String json) {
        byte[] body =
                json.replace('\'', '"').replace("\"U\"", "\"" + PICTURE + "\"").getBytes(StandardCharsets.UTF_8);
        return GatewayAnswerParser.parse(
                TestHttp.access(URI.create("https://gateway.pixazo.ai")), answer("application/json", body));
    }

    private static UpstreamAnswer answer(String mediaType, byte[] body) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(mediaType)), (name, value) -> true);
        return new UpstreamAnswer(200, headers, body);
    }
}
