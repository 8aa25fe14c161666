/** What is to be seen: the words of a prompt turned into a {@link org.pixazo.providers.control.offline.scene.Scene}. */
package org.pixazo.providers.control.offline.scene;
