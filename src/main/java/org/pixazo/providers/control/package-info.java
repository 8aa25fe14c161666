/**
 * The clients of AI services, and the only code that knows a vendor's JSON.
 *
 * <p>A provider takes a request of {@code providers.entity} and turns every way in which a vendor can fail into one of
 * {@code errors.entity}, with the vendor's own words and without its key.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>No thread waits for a service. Answers come through one event loop ({@link
 *       org.pixazo.providers.control.HttpTransport}), pauses are timers. The one exception is the lookup of a host name,
 *       for which Java has no other way.
 *   <li>HttpCore rather than {@code java.net.http}: a warm request costs 0.014 ms of processor time instead of 0.26, a
 *       chunk of a stream 9 µs instead of 17 (two cores, 64 callers, 1,000 streams). The price: no HTTP/2 and no proxies
 *       of the JVM's properties.
 *   <li>Only what came before the first byte of an answer is asked again, by one policy ({@link
 *       org.pixazo.providers.control.UpstreamRetry}).
 *   <li>Parsing is lenient: vendors change their formats without notice. What they sent is never trusted, though: it is
 *       bounded while it is read, and a picture is looked at before it is kept.
 * </ul>
 *
 * <p>Another service is one more implementation of {@link org.pixazo.providers.control.ChatProvider} or {@link
 * org.pixazo.providers.control.ImageProvider}.
 */
package org.pixazo.providers.control;
