package org.pixazo.providers.control;

/** The attempts of one pass-through, of which one at a time is under way. */
final class PassThroughCall implements PassThrough {

    private final CancelSignal signal = new CancelSignal();
    private volatile HttpExchange exchange;

    CancelSignal signal() {
        return signal;
    }

    void begun(HttpExchange newExchange) {
        exchange = newExchange;
        signal.abortBy(newExchange::abort);
    }

    @Override
    public void taken(int bytes) {
        exchange.taken(bytes);
    }

    @Override
    public void cancel() {
        signal.cancel();
    }
}
