/**
 * What people say to image models: the library of saved prompts, styles, enhancement, and advice on models and styles.
 * Where a text model is configured it is asked, briefly and without holding a thread; where it is not, fails or is slow,
 * rules answer, and the answer says so.
 */
package org.pixazo.prompts;
