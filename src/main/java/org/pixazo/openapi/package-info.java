/**
 * Makes the document of the API, at build time only: nothing of it is in the WAR. The build's plugin reads paths,
 * parameters and records from the resources; {@link org.pixazo.openapi.ApiConventions} adds what holds for every
 * endpoint of Pixazo, so that a new one is documented by existing:
 *
 * <ul>
 *   <li>A method's Javadoc is its summary (first sentence) and description; a record's Javadoc and its {@code @param}
 *       lines describe schemas and fields.
 *   <li>A method that returns {@code Response} names its body by {@code @APIResponseSchema}; a {@code Changes} body
 *       names the record that it changes by {@code @RequestBodySchema}.
 *   <li>A record's constraints are in its schema. A field of an answer may be null unless it is primitive, a collection
 *       or {@code @NotNull}.
 *   <li>Problems, security, entity tags and the words on paging follow from parameters and annotations.
 * </ul>
 */
package org.pixazo.openapi;
