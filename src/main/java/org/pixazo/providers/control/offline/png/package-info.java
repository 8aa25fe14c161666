/** PNG files, written to the same bytes on every machine, and the texts within them. */
package org.pixazo.providers.control.offline.png;
