package org.pixazo.monitoring.control;

import org.pixazo.monitoring.entity.Check;

/** Something of an upper component that health reports name. All probes that there are count. */
public interface Probe {

    /** Quick and without a call to elsewhere. */
    Check check();
}
