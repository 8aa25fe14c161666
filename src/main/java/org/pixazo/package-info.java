/**
 * Pixazo, a self-hosted AI workspace: the map of the house.
 *
 * <p>Every component is a capability with three rooms. {@code boundary}: the outside world calls it (JAX-RS resources,
 * Faces beans, timers, start-up hooks), and nobody imports it. {@code control}: use cases, queries, clients. {@code
 * entity}: state, and the rules that hold for one object at any time. Dependencies point downwards and form no circle;
 * {@code ArchitectureTest} executes these rules.
 *
 * <pre>
 *   gateway   mcp   telegram       channels: OpenAI's API below /v1 · the MCP server · the bot; nobody knows a channel
 *   search    archive              finds in everything below · carries it out in files
 *   images   prompts               pictures and their jobs · the library, styles, enhancement, advice
 *   chats                          conversations and their answers
 *   usage                          the one ledger of every call of a model, and the limits of keys
 *   workspaces   models            a person's containers · what can be asked, and what it costs
 *   providers    monitoring        the vendors' wire formats · health, metrics, logs
 *   accounts                       who is asking, and with which keys
 *   web                            how HTTP is spoken here: JSON, problems, paging, tags, idempotency
 *   schema   settings   errors     the database · every setting once · one way to fail
 *
 *   start      the launcher in the root of the runnable jar, outside of the application
 *   openapi    makes the document of the API at build time, and is not in the WAR
 *   packaging  mends the server at build time, and is in neither
 * </pre>
 *
 * <p>Decisions that shape everything:
 *
 * <ul>
 *   <li><b>Who touches the database is a {@code @Stateless} bean.</b> A container-managed entity manager must not be
 *       shared between threads, and outside of a transaction it is shared by all users of an application-scoped bean.
 *       Reads run without a transaction ({@code SUPPORTS}), because on SQLite a transaction is the right to write.
 *   <li><b>No transaction, connection or server thread is held while a model thinks.</b> A use case is several short
 *       transactions around an asynchronous call.
 *   <li><b>Durable work is a row</b> with a lease; timers are only a heartbeat, and every node may have one.
 *   <li><b>When a lower component must tell an upper one, it fires an event</b> named by a past participle.
 * </ul>
 */
package org.pixazo;
