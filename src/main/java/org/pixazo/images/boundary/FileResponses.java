package org.pixazo.images.boundary;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.errors.entity.NotFoundException;

/**
 * Answers with a file that never changes: strong entity tag, cached for good, and a part of it where one byte range is
 * asked for (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section 14</a>).
 */
final class FileResponses {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final String CACHED = "private, max-age=31536000, immutable";

    /** What is sent: bytes of which any part can be written. */
    private interface Content {

        long size();

        StreamingOutput part(long from, long length);
    }

    private FileResponses() {}

    /**
     * @param file asked for only where the client does not have it already
     * @param tag names the content
     * @param range as given, or null
     * @param ifRange as given, or null
     */
    static Response of(
            Supplier<Path> file, String mediaType, String tag, Request request, String range, String ifRange) {
        return answer(() -> new FileContent(file.get()), mediaType, tag, request, range, ifRange);
    }

    /**
     * The same for bytes that no file has.
     *
     * @param bytes asked for only where the client does not have them already
     * @param tag names the content
     * @param range as given, or null
     * @param ifRange as given, or null
     */
    static Response ofBytes(
            Supplier<byte[]> bytes, String mediaType, String tag, Request request, String range, String ifRange) {
        return answer(() -> new MemoryContent(bytes.get()), mediaType, tag, request, range, ifRange);
    }

    private static Response answer(
            Supplier<Content> made, String mediaType, String tag, Request request, String range, String ifRange) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(entityTag);
        if (unchanged != null) {
            return unchanged
                    .tag(entityTag)
                    .header(HttpHeaders.CACHE_CONTROL, CACHED)
                    .build();
        }
        Content content = made.get();
        long size = content.size();
        Matcher part = ONE_RANGE.matcher(range == null || !holds(ifRange, tag) ? "" : range.strip());
        if (!part.matches() || part.group(1).isEmpty() && part.group(2).isEmpty()) {
            return whole(content, mediaType, entityTag, size);
        }
        long[] bounds = bounds(part.group(1), part.group(2), size);
        if (bounds[0] >= size || bounds[0] > bounds[1]) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        long length = bounds[1] - bounds[0] + 1;
        return with(Response.status(Response.Status.PARTIAL_CONTENT), mediaType, entityTag)
                .header("Content-Range", "bytes " + bounds[0] + "-" + bounds[1] + "/" + size)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .entity(content.part(bounds[0], length))
                .build();
    }

    private static Response whole(Content content, String mediaType, EntityTag tag, long size) {
        return with(Response.ok(), mediaType, tag)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .entity(content.part(0, size))
                .build();
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder response, String mediaType, EntityTag tag) {
        return response.type(mediaType)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .header("Accept-Ranges", "bytes");
    }

    private static boolean holds(String ifRange, String tag) {
        return ifRange == null || ifRange.strip().equals('"' + tag + '"');
    }

    private static long[] bounds(String first, String last, long size) {
        if (first.isEmpty()) {
            return new long[] {Math.max(0, size - number(last)), size - 1};
        }
        return new long[] {number(first), last.isEmpty() ? size - 1 : Math.min(number(last), size - 1)};
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private record MemoryContent(byte[] bytes) implements Content {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public StreamingOutput part(long from, long length) {
            return out -> out.write(bytes, (int) from, (int) length);
        }
    }

    private record FileContent(Path file) implements Content {

        @Override
        public long size() {
            if (!Files.exists(file)) {
                throw new NotFoundException("The file of this image is missing on the server.");
            }
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file.getFileName() + " cannot be read", e);
            }
        }

        @Override
        public StreamingOutput part(long from, long length) {
            return out -> {
                try (FileChannel in = FileChannel.open(file)) {
                    WritableByteChannel sink = Channels.newChannel(out);
                    long sent = 0;
                    while (sent < length) {
                        long n = in.transferTo(from + sent, length - sent, sink);
                        if (n <= 0) {
                            throw new IOException("The file " + file.getFileName() + " ended early");
                        }
                        sent += n;
                    }
                }
            };
        }
    }
}
