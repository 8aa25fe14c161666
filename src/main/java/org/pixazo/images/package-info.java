/**
 * Pictures and the durable jobs that make them. A job is a row and its states are the truth: claiming is a conditional
 * update with a lease, a picture is stored at most once for each of a job's units, and files are named by their content,
 * so that neither a second node nor a death at any moment loses or doubles one.
 */
package org.pixazo.images;
