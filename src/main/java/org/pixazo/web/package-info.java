/**
 * How Pixazo speaks HTTP, in one place: JSON bodies, problems, paging, entity tags, idempotency keys, request ids and
 * security headers. Knows no capability; every capability may use it.
 */
package org.pixazo.web;
