package org.pixazo.providers.control;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.hc.core5.reactor.IOSession;

/**
 * A connection that gives a bounded part of its bytes, or its end, in each round of the event loop. HttpCore (5.4.4)
 * reads a body on for as long as there is something, which has two faults that this mends: a fast upstream is not held
 * back, whatever the receiver's window, and of a connection that breaks it throws away what it has read in the same round.
 */
final class ReadRounds implements InvocationHandler {

    private static final int ROUND_BYTES = 16 * 1024;

    private final IOSession session;
    private int readThisRound;

    private ReadRounds(IOSession session) {
        this.session = session;
    }

    static IOSession of(IOSession session) {
        return (IOSession) Proxy.newProxyInstance(
                ReadRounds.class.getClassLoader(), new Class<?>[] {IOSession.class}, new ReadRounds(session));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        boolean read = name.equals("read");
        if (read && readThisRound >= ROUND_BYTES) {
            return 0;
        }
        if (name.equals("updateReadTime")) {
            // The event loop says so before each round.
            readThisRound = 0;
        }
        try {
            Object result = method.invoke(session, arguments);
            return read ? counted((Integer) result) : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private int counted(int read) {
        if (read < 0) {
            return readThisRound > 0 ? 0 : read;
        }
        readThisRound += read;
        return read;
    }
}
