/**
 * What the build does to the server before it packs it into the runnable jar; nothing of it is in the WAR or the jar.
 * A repair is the last resort: the server's fault hurts users, no setting avoids it, and no newer server of the same
 * line is without it. It fails the build when the server's class is no longer the one that it was written for.
 */
package org.pixazo.packaging;
