/**
 * Channel: the Model Context Protocol at {@code /mcp}, by which assistants with tools use Pixazo.
 *
 * <p>The protocol's types are those of the official SDK. Its server is not used: it knows no revision behind 2025-11-25,
 * has one list of prompts and resources for all callers, and holds a thread for as long as a tool works. A tool is one
 * class, {@link org.pixazo.mcp.control.Tool}, and so is a method of the protocol,
 * {@link org.pixazo.mcp.control.Method}.
 */
package org.pixazo.mcp;
