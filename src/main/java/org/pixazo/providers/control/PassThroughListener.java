package org.pixazo.providers.control;

import java.nio.ByteBuffer;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.TextRoute;

/**
 * Hears an answer that is passed on as it is. The calls come one after the other: the beginning, a head and pieces, then exactly one end
 * or failure, or a failure alone. They come on threads that serve all streams: implementations never wait.
 */
public interface PassThroughListener {

    /** Comes first, before anything else can come. */
    void onBegun(PassThrough call);

    /**
     * An upstream begins a successful answer. Nothing is asked again from here on.
     *
     * @param route by which it was asked
     */
    void onHead(TextRoute route, String mediaType);

    /** @param piece valid during the call only; {@link PassThrough#taken} tells when its bytes are dealt with */
    void onPiece(ByteBuffer piece);

    /** The upstream has ended its answer. */
    void onEnd();

    /** There is no answer, or it ends here. The message is fit to be shown. */
    void onFailure(PixazoException failure);
}
