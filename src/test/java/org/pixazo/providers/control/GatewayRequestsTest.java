package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.GatewayRoute;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.PictureInputs;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.databind.JsonNode;

class GatewayRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sdxl           | {"prompt":"a fox","negative_prompt":"blur","width":1216,"height":832,"num_steps":12,"guidance_scale":6.5,"seed":4294967295}
            sdxl-lightning | {"prompt":"a fox","negativePrompt":"blur","width":1216,"height":832,"num_steps":12,"guidance":6.5,"seed":4294967295}
            sd             | {"prompt":"a fox","negativePrompt":"blur","aspect_ratio":"3:2","steps":12,"cfg":6.5,"output_format":"jpg","output_quality":90,"prompt_strength":0.85}
            flux-klein     | {"prompt":"a fox","width":1216,"height":832,"steps":12}
            flux-schnell   | {"prompt":"a fox","width":1216,"height":832,"num_steps":12,"seed":4294967295}
            """)
    void namesTheParametersAsEachModelDoes(String model, String body) {
        ImageRequest request = new ImageRequest(model, "a fox", "blur", 1216, 832, 12, 6.5, 4294967295L, null);

        assertThat((JsonNode) GatewayRequests.body(request, route(model))).isEqualTo(Json.MAPPER.readTree(body));
    }

    @Test
    void namesPicturesAsTheModelDoes() {
        PictureInputs inputs = new PictureInputs(
                URI.create("https://here.example/1.jpeg"), URI.create("https://here.example/2.png"), 0.5);
        ImageRequest request = new ImageRequest(
                "inpainting", "a hat", null, 512, 512, null, null, 4294967295L, inputs, route("inpainting"), null);

        assertThat((JsonNode) GatewayRequests.body(request, route("inpainting")))
                .isEqualTo(Json.MAPPER.readTree("{\"prompt\":\"a hat\",\"num_steps\":20,\"guidance\":5,\"width\":512,"
                        + "\"height\":512,\"seed\":4294967295,\"imageUrl\":\"https://here.example/1.jpeg\","
                        + "\"maskUrl\":\"https://here.example/2.png\"}"));
    }

    @Test
    void sendsTheDefaultsWhereNothingIsGiven() {
        ImageRequest request = new ImageRequest("sd", "a fox", null, 512, 512, null, null, 1, null);

        assertThat((JsonNode) GatewayRequests.body(request, route("sd")))
                .isEqualTo(
                        Json.MAPPER.readTree("{\"prompt\":\"a fox\",\"aspect_ratio\":\"1:1\",\"steps\":28,\"cfg\":4.0,"
                                + "\"output_format\":\"jpg\",\"output_quality\":90,\"prompt_strength\":0.85}"));
    }

    @ParameterizedTest
    @CsvSource({"1024,1024,1:1", "1920,1080,16:9", "768,1344,9:16", "832,1216,2:3", "2048,512,21:9"})
    void choosesTheNearestAspectRatio(int width, int height, String ratio) {
        assertThat(route("sd").nearestAspectRatio(width, height)).isEqualTo(ratio);
    }

    @Test
    void saysThatAKeyIsMissing() {
        UpstreamAccess access = new UpstreamAccess(URI.create("https://gateway.pixazo.ai"), Optional.empty());
        ImageRequest request = new ImageRequest("sd", "a fox", null, 512, 512, null, null, 1, access);

        assertThatThrownBy(() -> GatewayRequests.generate(request, route("sd")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("PIXAZO_API_KEY");
    }

    private GatewayRoute route(String model) {
        return ShippedRoutes.of(model);
    }
}
