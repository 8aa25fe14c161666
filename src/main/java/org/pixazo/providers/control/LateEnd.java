package org.pixazo.providers.control;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.hc.core5.reactor.IOSession;

/**
 * A connection that tells its end a moment late. HttpCore's decoder of chunked bodies reads on for as long as there is
 * something, and where a broken connection ends in the same moment, it throws away what it has read (5.4.4). Here a round
 * of reading that brought something has no end; the next one has.
 */
final class LateEnd implements InvocationHandler {

    private final IOSession session;
    private boolean dataThisRound;

    private LateEnd(IOSession session) {
        this.session = session;
    }

    static IOSession of(IOSession session) {
        return (IOSession) Proxy.newProxyInstance(
                LateEnd.class.getClassLoader(), new Class<?>[] {IOSession.class}, new LateEnd(session));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(session, arguments);
            switch (method.getName()) {
                case "read":
                    return late((Integer) result);
                case "updateReadTime":
                    // The event loop says so before each round of reading.
                    dataThisRound = false;
                    return result;
                default:
                    return result;
            }
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private int late(int read) {
        dataThisRound |= read > 0;
        return read < 0 && dataThisRound ? 0 : read;
    }
}
