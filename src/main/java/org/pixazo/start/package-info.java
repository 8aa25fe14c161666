/**
 * The packaged start: what {@code java -jar pixazo.jar} does before, around and after the server.
 *
 * <p>These classes lie in the root of the runnable jar beside Payara Micro and not in the WAR. They know the JDK and
 * the settings, whose classes lie beside them, and nothing else; the application doesn't know them. The two meet in
 * three places:
 *
 * <ul>
 *   <li>the application answers {@code GET /api/health/live} with 200 as soon as it is there;
 *   <li>a {@link org.pixazo.settings.entity.WrongSettingException} that makes the deployment fail is shown as the one line that the start ends with;
 *   <li>the MBean {@code org.pixazo:type=Drain} of the application is told to {@code drain()} before the server stops.
 * </ul>
 */
package org.pixazo.start;
