package org.pixazo.telegram.control;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;

/**
 * Tells when the last byte of a request is about to leave. Until then the Bot API cannot have understood the request, and
 * it can be repeated safely, however large the picture in it and slow the line; from then on it may have.
 */
final class LastByte implements Interceptor {

    private static final ThreadLocal<Runnable> HOOK = new ThreadLocal<>();

    /** Makes one call on this thread, of whose last byte a hook hears beforehand. */
    static <T> T announcing(Runnable hook, Supplier<T> call) {
        HOOK.set(hook);
        try {
            return call.get();
        } finally {
            HOOK.remove();
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Runnable hook = HOOK.get();
        Request request = chain.request();
        RequestBody body = request.body();
        return chain.proceed(
                hook == null || body == null
                        ? request
                        : request.newBuilder()
                                .method(request.method(), new Announced(body, hook))
                                .build());
    }

    private static final class Announced extends RequestBody {

        private final RequestBody body;
        private final Runnable hook;

        Announced(RequestBody body, Runnable hook) {
            this.body = body;
            this.hook = hook;
        }

        @Override
        public MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            Buffer whole = new Buffer();
            body.writeTo(whole);
            sink.write(whole, Math.max(0, whole.size() - 1));
            sink.flush();
            hook.run();
            sink.write(whole, whole.size());
        }
    }
}
