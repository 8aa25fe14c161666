package org.pixazo.mcp.entity;

import org.pixazo.errors.entity.PixazoException;

/** A message breaks a rule of the protocol, as opposed to a tool that cannot do what it is asked for. */
public class RpcException extends PixazoException {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;

    /** What HTTP itself refuses, such as a missing key. From the range that JSON-RPC leaves to implementations. */
    public static final int REFUSED = -32000;

    public static final int HEADER_MISMATCH = -32020;
    public static final int UNSUPPORTED_VERSION = -32022;

    private static final int BAD_REQUEST = 400;

    private final int rpcCode;
    private final transient Object data;

    /**
     * @param rpcCode one of the codes above
     * @param status HTTP status where the answer is not yet a stream
     * @param detail for the client
     * @param data more for programs; may be null
     */
    public RpcException(int rpcCode, int status, String detail, Object data) {
        super(status, "mcp-protocol", "Protocol error", detail, null);
        this.rpcCode = rpcCode;
        this.data = data;
    }

    /** A message that is no request of the protocol. */
    public static RpcException invalidRequest(String detail) {
        return new RpcException(INVALID_REQUEST, BAD_REQUEST, detail, null);
    }

    /** Parameters that a method does not take. */
    public static RpcException invalidParams(String detail) {
        return new RpcException(INVALID_PARAMS, BAD_REQUEST, detail, null);
    }

    /** JSON-RPC's error code. */
    public int rpcCode() {
        return rpcCode;
    }

    /** More for programs, or null. */
    public Object data() {
        return data;
    }
}
