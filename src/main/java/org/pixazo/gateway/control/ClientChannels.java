package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connections behind requests, for {@link HangUps}. Servlets have no word for them, so Payara is asked in its own, by
 * reflection: elsewhere there are none, and a client that goes is noticed when something is written to it.
 */
@ApplicationScoped
public class ClientChannels {

    private static final Logger LOG = Logger.getLogger(ClientChannels.class.getName());

    private final Map<Class<?>, Optional<MethodHandle>> ways = new ConcurrentHashMap<>();

    /**
     * The connection of a request that has not ended yet, of which nothing may be read.
     *
     * @return empty where the server does not show it, and for TLS, whose farewell would have to be read to be understood
     */
    public Optional<SocketChannel> of(ServletRequest request) {
        if (request.isSecure()) {
            return Optional.empty();
        }
        ServletRequest servers = request;
        while (servers instanceof ServletRequestWrapper wrapper) {
            servers = wrapper.getRequest();
        }
        Optional<MethodHandle> way = ways.computeIfAbsent(servers.getClass(), ClientChannels::wayFrom);
        return way.isEmpty() ? Optional.empty() : Optional.ofNullable(follow(way.get(), servers));
    }

    private static SocketChannel follow(MethodHandle way, ServletRequest request) {
        try {
            return way.invoke((Object) request) instanceof SocketChannel channel ? channel : null;
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            LOG.log(Level.FINE, "A request has no connection", e);
            return null;
        }
    }

    private static Optional<MethodHandle> wayFrom(Class<?> request) {
        try {
            Method connector = request.getMethod("getUnwrappedCoyoteRequest");
            Method grizzly = connector.getReturnType().getMethod("getCoyoteRequest");
            Method connection = grizzly.getReturnType().getMethod("getConnection");
            Class<?> socket = Class.forName(
                    "org.glassfish.grizzly.nio.NIOConnection",
                    false,
                    grizzly.getReturnType().getClassLoader());
            MethodHandle way = handle(connector);
            for (Method step : new Method[] {grizzly, connection, socket.getMethod("getChannel")}) {
                MethodHandle next = handle(step);
                way = MethodHandles.filterReturnValue(
                        way,
                        next.asType(
                                next.type().changeParameterType(0, way.type().returnType())));
            }
            return Optional.of(way.asType(way.type().generic()));
        } catch (ReflectiveOperationException otherServer) {
            LOG.log(
                    Level.INFO,
                    "This server does not show the connections of its requests: a client of /v1 that hangs up before its"
                            + " answer begins is not noticed before then.");
            LOG.log(Level.FINE, "What is missing", otherServer);
            return Optional.empty();
        }
    }

    private static MethodHandle handle(Method method) throws IllegalAccessException {
        return MethodHandles.publicLookup().unreflect(method);
    }
}
