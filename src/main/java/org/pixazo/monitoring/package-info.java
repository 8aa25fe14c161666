/**
 * What those see who run Pixazo: health, metrics, the log, and the way down. Capabilities count what they do by
 * {@link org.pixazo.monitoring.control.Metrics}; they learn of a stop by
 * {@link org.pixazo.web.entity.ShutdownStarted}, which begins here.
 */
package org.pixazo.monitoring;
