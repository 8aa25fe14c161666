package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;

class OfflineImageProviderTest {

    private final List<Runnable> tasks = new ArrayList<>();
    private final OfflineImageProvider provider = new OfflineImageProvider();

    OfflineImageProviderTest() {
        provider.executor = executor(tasks::add);
    }

    @Test
    void isKnownAsOffline() {
        assertThat(provider.id()).isEqualTo("offline");
    }

    @Test
    void returnsBeforeItDraws() {
        CompletableFuture<ImageFile> picture = provider.generate(request("sea", 64, 64));

        assertThat(picture).isNotDone();
        tasks.forEach(Runnable::run);
        assertThat(picture).isCompleted();
        assertThat(picture.join().mediaType()).isEqualTo("image/png");
    }

    @Test
    void refusesSizesOutOfRangeAndNamesThem() {
        assertThatThrownBy(() -> provider.generate(request("sea", 63, 2049)).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.errors()).extracting("field").containsExactly("width", "height"));
        assertThat(tasks).isEmpty();
    }

    @Test
    void drawsNothingForAFutureThatWasCancelled() {
        CompletableFuture<ImageFile> picture = provider.generate(request("mountains", 2048, 2048));

        picture.cancel(true);
        tasks.forEach(Runnable::run);

        assertThat(picture).isCancelled();
    }

    @Test
    void saysThatItIsBusyWhenTheServerTakesNoMoreWork() {
        provider.executor = executor(task -> {
            throw new RejectedExecutionException("full");
        });

        assertThatThrownBy(() -> provider.generate(request("sea", 64, 64)).join())
                .hasCauseInstanceOf(UnavailableException.class);
    }

    private static ImageRequest request(String prompt, int width, int height) {
        return new ImageRequest("offline", prompt, null, width, height, null, null, 1, null);
    }

    /** The one method that the provider uses. */
    private static ManagedExecutorService executor(Consumer<Runnable> execute) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                OfflineImageProviderTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    execute.accept((Runnable) arguments[0]);
                    return null;
                });
    }
}
