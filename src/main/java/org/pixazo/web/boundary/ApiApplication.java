package org.pixazo.web.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API. Resources and providers are found by their annotations. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
