/**
 * The one ledger of every call of a model, whatever channel it came by: who called, tokens, cost, times and outcome; and
 * the limits of API keys, which are judged by it.
 *
 * <p>A call is reserved before the model is asked and settled after it. Neither waits for the database: limits are judged
 * in memory, and rows are written some milliseconds later, many at once. A key's limits are filled from its rows at its
 * first use after a start. Every node judges by what it has seen itself since then; a shared store for the buckets would
 * make limits exact across nodes.
 */
package org.pixazo.usage;
